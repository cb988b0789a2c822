from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "cms.translation"
    label = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        # Both need the models of all apps, which are there only now.
        from cms.translation import checks, markup, parity, signal_handlers  # noqa: F401

        markup.allow_more_inline_tags()
        signal_handlers.connect()
