"""The value types that a public field may hold beside plain JSON scalars, dates, lists and dataclasses.

They carry no context: the encoder resolves links, references and languages when an item is rendered.
"""

from dataclasses import dataclass
from typing import Annotated, Generic, Literal, TypeVar, dataclass_transform

from django.conf import settings
from django.utils.functional import Promise

T = TypeVar("T")
Source = Literal["original", "translation", "fallback"]


@dataclass_transform(kw_only_default=True, frozen_default=True)
def public_value(cls: type[T]) -> type[T]:
    """Class decorator: a frozen dataclass whose fields are public, in the order written."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


@dataclass(frozen=True, slots=True)
class Html:
    """Rich text as the database holds it; public as sanitised HTML with resolved links."""

    source: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another public object, by its key. Answers carry its public card, or nothing.

    ``fallback``: the other language's card may stand in (it says its own locale).
    """

    key: str
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Localised(Generic[T]):
    """A value whose language may differ from the item's: answers name it in ``meta.languages``."""

    value: T
    lang: str
    source: Source


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """A path on this site, public as an absolute address under ``SITE_URL``; or a whole address of another site."""

    path: str


@dataclass(frozen=True, slots=True)
class To:
    """Annotation of a Reference: the public types that it may lead to."""

    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Annotation of a text: the codes that it may be."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextFormat:
    """Annotation of a text: its format, by the names of JSON Schema."""

    name: str


@dataclass(frozen=True, slots=True)
class About:
    """Annotation of any value: what it means, translatable."""

    text: str | Promise


LanguageCode = Annotated[str, OneOf(tuple(code for code, _name in settings.LANGUAGES))]
# A moment as text, where the zone is the value's own: 2026-01-31T14:30:00+01:00.
MomentText = Annotated[str, TextFormat("date-time")]

# The references that models annotate with; the strings are public types (``meta.type``).
PageRef = Annotated[Reference, To(("pages.Page",))]
TopicRef = Annotated[Reference, To(("vocabulary.Topic",))]
PersonRef = Annotated[Reference, To(("vocabulary.Person",))]
PlaceRef = Annotated[Reference, To(("vocabulary.Place",))]
ImageRef = Annotated[Reference, To(("media_library.PressImage",))]
DocumentRef = Annotated[Reference, To(("media_library.PressDocument",))]
VideoRef = Annotated[Reference, To(("media_library.Video",))]
