"""The words for the codes that content items carry, in the language of the page."""

from babel import Locale
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = {
    "news.NewsReleasePage": {
        "press_release": _("Press release"),
        "statement": _("Statement"),
        "speech": _("Speech or transcript"),
        "article": _("Article"),
        "opinion": _("Opinion"),
        "media_advisory": _("Media advisory"),
        "official_text": _("Official text"),
    },
    "news.EventPage": {
        "meeting": _("Meeting"),
        "press_conference": _("Press conference"),
        "visit": _("Visit"),
        "exercise": _("Exercise"),
        "ceremony": _("Ceremony"),
        "briefing": _("Briefing"),
    },
}

STATES = {
    "scheduled": _("Scheduled"),
    "postponed": _("Postponed"),
    "cancelled": _("Cancelled"),
    "ended": _("Ended"),
}

# What a card is, for types that have no kind of their own.
TYPES = {
    "media_library.Video": _("Video"),
    "media_library.VideoCollectionPage": _("Video collection"),
    "media_library.MediaIndexPage": _("Videos"),
    "news.NewsIndexPage": _("News"),
    "news.EventIndexPage": _("Events"),
    "vocabulary.Topic": _("Topic"),
    "vocabulary.Person": _("Person"),
    "vocabulary.Place": pgettext_lazy("a town or site", "Place"),
}


RIGHTS = {
    "free": _("Free for editorial use"),
    "credit": _("Free for editorial use with credit"),
    "no_archive": _("Editorial use for a limited time, no archive"),
    "restricted": _("Restricted: ask the press service"),
}


def kind(item_type: str, code: str) -> str:
    """The kind of an item in words, or what its type is called."""
    word = KINDS.get(item_type, {}).get(code) or TYPES.get(item_type)
    return str(word) if word else ""


def state(code: str) -> str:
    """The state of an event in words."""
    return str(STATES.get(code, ""))


def rights(code: str) -> str:
    """Who may use a video, in words."""
    return str(RIGHTS.get(code, ""))


def language(code: str, locale: str) -> str:
    """The name of a language, as it stands within a sentence: "French", "français"."""
    return str(Locale(locale).languages.get(code.split("-", 1)[0], code))
