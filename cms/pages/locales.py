"""The two languages of the newsroom, as equals."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """A language that content is written in."""

    EN = "en", _("English")
    FR = "fr", _("French")


def other(language: str) -> str:
    """The other of the two languages."""
    return Language.FR.value if language == Language.EN else Language.EN.value
