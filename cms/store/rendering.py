"""Renders one version of an object into the row that will be stored: its own words, and numbered places."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone, translation
from wagtail.models import DraftStateMixin

from cms.contract.encoding import BASE, TRANSLATIONS, Encoded, Encoder, Slot, dumps
from cms.contract.fields import public_fields
from cms.contract.html import LinkKeys
from cms.contract.publishable import Version

# The REST collection of each kind of object, by the prefix of its key.
COLLECTIONS = {
    "page": "pages",
    "image": "images",
    "document": "documents",
    "video": "videos",
    "topic": "topics",
    "person": "people",
    "place": "places",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A content item before it is written."""

    object_key: str
    type: str
    locale: str
    public_id: int
    source: str
    path: str
    file: str
    slug: str
    title: str
    date: datetime | None
    visible_from: datetime | None
    visible_until: datetime | None
    when_used: bool
    digest: str
    payload: str
    card: str
    search_text: str
    slots: tuple[Slot, ...]
    facets: tuple[tuple[str, str], ...]
    dependencies: tuple[str, ...]
    instants: tuple[datetime, ...]


def render(version: Version, links: LinkKeys) -> Rendered:
    """The content item of ``version``. Raises TypeError for a value that cannot be public.

    Language and time zone are the item's and the newsroom's, not those of the editor whose request renders.
    """
    with translation.override(version.locale), timezone.override(timezone.get_default_timezone()):
        return _render(version, links)


def _render(version: Version, links: LinkKeys) -> Rendered:
    obj, locale = version.obj, version.locale
    encoder = Encoder(locale, links)
    title = encoder.field("title", obj.public_title(locale))  # a plain or a Localised text
    path = obj.public_path(locale) or ""
    file = obj.public_file(locale) or ""
    head = _meta(version, path, encoder)
    body = {
        name: encoder.field(name, field.read(obj, locale))
        for name, field in public_fields(type(obj)).items()
        if name != "title"
    }
    more = {name: encoder.field(f"meta.{name}", value) for name, value in obj.public_meta(locale).items()}
    in_other_words = more.pop("languages", {}) | encoder.languages
    number = obj.public_id()
    meta = {**head, **more, "languages": in_other_words, "translations": {"$refs": [TRANSLATIONS]}}
    card_meta = {name: head[name] for name in STUB if name in head}
    shown = {
        name: in_other_words[name] for name in in_other_words if name == "title" or name in obj.card_fields
    }
    if shown:
        card_meta["languages"] = shown
    encoded = encoder.finish(
        {"id": number, "meta": meta, "title": title, **body},
        {
            "id": number,
            "meta": card_meta,
            "title": title,
            **{name: body[name] for name in obj.card_fields if name in body},
        },
    )
    slots = (Slot(TRANSLATIONS, obj.public_key(), "translation", False, False), *encoded.slots)
    facets = tuple(sorted({(facet, value) for facet, value in obj.public_facets(locale) if value}))
    dependencies = tuple(sorted(set(obj.public_dependencies()) - {obj.public_source()}))
    return Rendered(
        object_key=obj.public_key(),
        type=obj.public_type(),
        locale=locale,
        public_id=number,
        source=obj.public_source(),
        path=path,
        file=file,
        slug=obj.public_slug(locale),
        title=title if isinstance(title, str) else str(title),
        date=obj.public_date(),
        visible_from=version.visible_from,
        visible_until=version.visible_until,
        when_used=obj.public_when_used,
        digest=_digest(encoded, slots, facets, dependencies, path, file, obj.public_date()),
        payload=encoded.payload,
        card=encoded.card,
        search_text=encoded.words,
        slots=slots,
        facets=facets,
        dependencies=dependencies,
        instants=tuple(sorted(set(obj.public_instants()))),
    )


def _meta(version: Version, path: str, encoder: Encoder) -> dict[str, Any]:
    obj = version.obj
    collection = COLLECTIONS[obj.public_key().partition(":")[0]]
    in_language = "" if collection in PER_LANGUAGE else f"?locale={version.locale}"
    meta = {
        "type": obj.public_type(),
        "detail_url": f"{BASE}/api/v2/{collection}/{obj.public_id()}/{in_language}",
        "html_url": BASE + path if path else None,
        "slug": encoder.field("slug", obj.public_slug(version.locale)),
        "locale": version.locale,
    }
    if isinstance(obj, DraftStateMixin):
        # What is rendered ahead has not been published yet: it will be when it becomes visible.
        for name in ("first_published_at", "last_published_at"):
            meta[name] = encoder.field(name, getattr(obj, name) or version.visible_from)
    return meta


# What a card says of its object.
STUB = ("type", "detail_url", "html_url", "slug", "locale", "first_published_at")
# Collections whose ids name an object in one language; the others' ids name it in all.
PER_LANGUAGE = {"pages", "topics", "people", "places"}


def _digest(encoded: Encoded, slots: Iterable[Slot], *rest: Any) -> str:
    """What tells whether a stored item still says the same."""
    parts = [
        encoded.payload,
        encoded.card,
        encoded.words,
        [(s.number, s.key, s.role, s.fallback, s.in_card) for s in slots],
    ]
    return hashlib.sha256(dumps([*parts, [str(part) for part in rest]]).encode()).hexdigest()
