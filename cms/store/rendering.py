"""Renders one version of an object into the row that will be stored: its own words, and numbered places."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone, translation
from wagtail.models import DraftStateMixin

from cms.contract.encoding import BASE, PAYLOAD, TRANSLATIONS, Encoder, Slot, dumps
from cms.contract.fields import public_fields
from cms.contract.html import LinkKeys
from cms.contract.meta import STUB
from cms.contract.publishable import Version
from cms.store.analysis import Analysed, analysed

# Part of every digest: what is stored beside the texts has changed, so every item differs from its stored row.
LAYOUT = "7"
LONGEST_FILTER = 255  # characters of a value that lists can be filtered by


@dataclass(frozen=True, slots=True)
class Rendered:
    """A content item before it is written."""

    object_key: str
    collection: str
    type: str
    locale: str
    public_id: int
    source: str
    path: str
    file: str
    slug: str
    title: str
    date: datetime | None
    first_published_at: datetime | None
    ends_at: datetime | None
    visible_from: datetime | None
    visible_until: datetime | None
    when_used: bool
    paired: bool
    digest: str
    payload: str
    body: str
    card: str
    stub: str
    search: Analysed
    slots: tuple[Slot, ...]
    facets: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
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
    declared = public_fields(type(obj))
    path = obj.public_path(locale) or ""
    title = encoder.field("title", obj.public_title(locale))  # a plain or a Localised text
    head = _meta(version, path, encoder)
    values = {name: field.read(obj, locale) for name, field in declared.items() if name != "title"}
    shown = {name: encoder.field(name, value) for name, value in values.items()}
    more = {name: encoder.field(f"meta.{name}", value) for name, value in obj.public_meta(locale).items()}
    in_other_words = more.pop("languages", {}) | encoder.languages
    meta = {**head, **more, "languages": in_other_words, "translations": {"$refs": [TRANSLATIONS]}}
    stub_meta = {name: meta[name] for name in STUB if name in meta}
    card_meta = dict(stub_meta)
    of_card = {
        name: in_other_words[name] for name in in_other_words if name == "title" or name in obj.card_fields
    }
    if of_card:
        card_meta["languages"] = of_card
    number = obj.public_id()
    encoded = encoder.finish(
        {
            "id": number,
            "meta": meta,
            "title": title,
            **{name: value for name, value in shown.items() if not declared[name].is_body},
        },
        {name: value for name, value in shown.items() if declared[name].is_body},
        {
            "id": number,
            "meta": card_meta,
            "title": title,
            **{name: shown[name] for name in obj.card_fields if name in shown},
        },
        {"id": number, "meta": stub_meta, "title": title},
    )
    plain = [("title", filter_text(title))]
    plain += [(name, filter_text(values[name])) for name in values if declared[name].filterable]
    rendered = Rendered(
        object_key=obj.public_key(),
        collection=obj.public_collection,
        type=obj.public_type(),
        locale=locale,
        public_id=number,
        source=obj.public_source(),
        path=path,
        file=obj.public_file(locale) or "",
        slug=obj.public_slug(locale),
        title=title if isinstance(title, str) else str(title),
        date=obj.public_date(),
        first_published_at=_first_published(version),
        ends_at=obj.public_end(),
        visible_from=version.visible_from,
        visible_until=version.visible_until,
        when_used=obj.public_when_used,
        paired=version.paired,
        digest="",
        payload=encoded.payload,
        body=encoded.body,
        card=encoded.card,
        stub=encoded.stub,
        search=_analysed(encoded.words, obj.card_fields, locale),
        slots=(
            Slot(TRANSLATIONS, obj.public_key(), "translation", False, "translations", PAYLOAD),
            *encoded.slots,
        ),
        facets=tuple(sorted({pair for pair in (*obj.public_facets(locale), *plain) if pair[1]})),
        files=encoded.files,
        dependencies=tuple(sorted(set(obj.public_dependencies()) - {obj.public_source()})),
        instants=tuple(sorted(set(obj.public_instants()))),
    )
    return replace(rendered, digest=_digest(rendered))


def _analysed(words: dict[str, list[str]], card_fields: Sequence[str], locale: str) -> Analysed:
    def of(names: Iterable[str]) -> list[str]:
        return [text for name in names for text in words.get(name, ())]

    return analysed(
        of(["title"]),
        of(card_fields),
        of(name for name in words if name not in ("title", *card_fields)),
        locale,
    )


def filter_text(value: Any) -> str:
    """A plain value as lists are filtered by it, as JSON writes it; "" for what lists cannot be filtered by."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    text = value.isoformat() if isinstance(value, date | time) else str(value)
    return text if len(text) <= LONGEST_FILTER else ""


def _first_published(version: Version) -> datetime | None:
    # What is rendered ahead has not been published yet: it will be when it becomes visible.
    if not isinstance(version.obj, DraftStateMixin):
        return None
    published: datetime | None = version.obj.first_published_at
    return published or version.visible_from


def _meta(version: Version, path: str, encoder: Encoder) -> dict[str, Any]:
    obj = version.obj
    collection = obj.public_collection
    in_language = "" if collection in PER_LANGUAGE else f"?locale={version.locale}"
    meta = {
        "type": obj.public_type(),
        "detail_url": f"{BASE}/api/v2/{collection}/{obj.public_id()}/{in_language}",
        "html_url": BASE + path if path else None,
        "slug": encoder.field("slug", obj.public_slug(version.locale)),
        "locale": version.locale,
    }
    if isinstance(obj, DraftStateMixin):
        first = _first_published(version)
        meta["first_published_at"] = encoder.field("first_published_at", first)
        meta["last_published_at"] = encoder.field(
            "last_published_at", obj.last_published_at or version.visible_from
        )
    return meta


# Collections whose ids name an object in one language; the others' ids name it in all.
PER_LANGUAGE = {"pages", "topics", "people", "places", "redirects"}


def _digest(item: Rendered) -> str:
    """What tells whether a stored item still says the same. Times of visibility are compared by themselves."""
    texts = [
        getattr(item, part.name)
        for part in fields(item)
        if part.name not in ("visible_from", "visible_until")
    ]
    text = dumps([LAYOUT, *(part if isinstance(part, str) else repr(part) for part in texts)])
    return hashlib.sha256(text.encode()).hexdigest()
