"""The two languages of the newsroom, as equals."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext


class Language(models.TextChoices):
    """A language that content is written in."""

    EN = "en", _("English")
    FR = "fr", _("French")


def other(language: str) -> str:
    """The other of the two languages."""
    return Language.FR.value if language == Language.EN else Language.EN.value


def in_sentence(code: str) -> str:
    """The name of a language in the user's language, as it stands after "in" or "into"."""
    names = {"en": pgettext("inside a sentence", "English"), "fr": pgettext("inside a sentence", "French")}
    return names.get(code, code)
