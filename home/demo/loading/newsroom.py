"""What has been loaded so far, and how later items find earlier ones."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Locale, Page

from cms.pages.locales import Language, other
from cms.users.models import User
from cms.vocabulary.models import Person, Place, Topic
from home.demo.loading.calendar import Calendar
from home.demo.loading.markup import rich_text
from media_library.models import PressDocument, PressImage, Video, VideoText


@dataclass(slots=True)
class Newsroom:
    """The demo newsroom in the making. Things of one language are known by key and language."""

    calendar: Calendar
    locales: dict[str, Locale]
    staff: dict[str, User] = field(default_factory=dict)
    images: dict[str, PressImage] = field(default_factory=dict)
    documents: dict[tuple[str, str], PressDocument] = field(default_factory=dict)
    topics: dict[tuple[str, str], Topic] = field(default_factory=dict)
    people: dict[tuple[str, str], Person] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    videos: dict[str, Video] = field(default_factory=dict)
    texts: dict[tuple[str, str], VideoText] = field(default_factory=dict)
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)

    def editor(self, language: str) -> User:
        """Who writes in ``language``."""
        return self.staff[f"editor-{language}"]

    def say(self, value: Any, language: str) -> str:
        """The words of ``value`` in ``language``, with days written out; empty where there are none."""
        if isinstance(value, dict):
            value = value.get(language)
        return self.calendar.fill(str(value).strip(), language) if value is not None else ""

    def rich(self, value: Any, language: str) -> str:
        """The words of ``value`` as rich text."""
        return rich_text(self.say(value, language), lambda kind, key: self._target(kind, key, language))

    def _target(self, kind: str, key: str, language: str) -> str:
        if kind == "item":
            page = either(self.pages, key, language)
            return f'linktype="page" id="{page.pk}"' if page else ""
        if kind == "document":
            document = either(self.documents, key, language)
            return f'linktype="document" id="{document.pk}"' if document else ""
        raise ValueError(f"There are no links to {kind}:{key}.")


def either(known: dict[tuple[str, str], Any], key: str, language: str) -> Any:
    """What is known by ``key`` in ``language``, else in the other one, else None."""
    return known.get((key, language)) or known.get((key, other(language)))


LANGUAGES: tuple[str, ...] = tuple(Language.values)
