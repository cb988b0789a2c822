"""Names of the languages as they stand inside a sentence."""

from django.utils.translation import pgettext


def in_sentence(code: str) -> str:
    """The name of a language in the user's language, as it stands after "in" or "into"."""
    names = {"en": pgettext("inside a sentence", "English"), "fr": pgettext("inside a sentence", "French")}
    return names.get(code, code)
