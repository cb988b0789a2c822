"""The way back in the admin, in the language of whoever walks it."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _


class OwnLanguageCrumbs:
    """Mixin, before SnippetViewSet, which fixes the word "Home" in the language of the process at start."""

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The first part of the way."""
        return [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}]
