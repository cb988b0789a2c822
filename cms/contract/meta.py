"""What ``meta`` says of an item: the names that every item has, and those of its family, each with its type."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, TypedDict, get_type_hints

from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin

from cms.contract.publishable import Publishable
from cms.contract.values import About, LanguageCode, SiteAddress, Source, public_value


@public_value
class LanguageNote:
    """The language that a value is in, and whether it is the original, a translation or a fallback."""

    lang: LanguageCode
    source: Source


@public_value
class TranslationValue:
    """The same item in another language in which it is public."""

    id: int
    locale: LanguageCode
    title: str
    detail_url: SiteAddress
    html_url: SiteAddress | None


class Head(TypedDict):
    """What every item says first."""

    type: Annotated[str, About(_("What it is. This name chooses the schema of the answer."))]
    detail_url: Annotated[SiteAddress, About(_("Its address in the interface."))]
    html_url: Annotated[
        SiteAddress | None, About(_("Its address on the public site; null when it has no page there."))
    ]
    slug: Annotated[str, About(_("The last part of its address on the public site."))]
    locale: Annotated[LanguageCode, About(_("The language of the answer."))]


class Published(TypedDict):
    """What every item says that is published by itself."""

    first_published_at: Annotated[datetime | None, About(_("When it was first published."))]
    last_published_at: Annotated[datetime | None, About(_("When it was last published."))]


class Languages(TypedDict):
    """What every item says last."""

    languages: Annotated[
        dict[str, LanguageNote],
        About(_("The values that are in another language than the item, by their path.")),
    ]
    translations: Annotated[list[TranslationValue], About(_("The other languages in which it is public."))]


# What a card says of its object, beside the languages of its own values: those of these names that its type has.
STUB = (*get_type_hints(Head), "first_published_at", "download_url")


def meta_types(model: type[Publishable]) -> Mapping[str, Any]:
    """Name to annotation of all that ``meta`` says of a ``model``, in its order."""
    published = _hints(Published) if issubclass(model, DraftStateMixin) else {}
    family = _hints(get_type_hints(model.public_meta)["return"])
    last = _hints(Languages)
    return {
        **_hints(Head),
        **published,
        **{name: family[name] for name in family if name not in last},
        **last,
    }


def card_meta_types(model: type[Publishable]) -> Mapping[str, Any]:
    """Name to annotation of what ``meta`` of a card says. ``languages`` is there only when it is not empty."""
    types = meta_types(model)
    return {name: types[name] for name in (*STUB, "languages") if name in types}


def _hints(declared: Any) -> dict[str, Any]:
    return get_type_hints(declared, include_extras=True)
