"""The parameters of the interface: what each means, takes and is without being given."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

from cms.api.field_syntax import FieldName, parse_fields
from cms.api.languages import offered
from cms.api.parsers import (
    CODE_TEXT,
    LARGEST_ID,
    LARGEST_OFFSET,
    MOST_CHANGES,
    MOST_ITEMS,
    MOST_WORDS,
    SLUG_TEXT,
    codes,
    cursor,
    html_path,
    id_or_root,
    locale,
    old_path,
    order,
    since,
    slug,
    until,
    version,
    whole,
    words,
)
from cms.api.query import Parameter
from cms.store.rendering import LONGEST_FILTER
from search.changes import Place, Version
from search.cursor import Cursor
from search.ordering import ORDERS, RELEVANCE

Schema = Mapping[str, Any]


def _number(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}


def _one(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}


def _several(pattern: str, most: int = MOST_WORDS) -> Schema:
    return _one(f"{pattern}(,{pattern}){{0,{most - 1}}}")


OPAQUE = "[A-Za-z0-9_-]{4,1000}"
_ID_OR_ROOT: Schema = {"anyOf": [{"type": "string", "enum": ["root"]}, _number(1, LARGEST_ID)]}
_ID = _number(1, LARGEST_ID)
_CODES = _several(CODE_TEXT.pattern)
_DAY_OR_MOMENT: Schema = {
    "anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]
}

LIMIT: Parameter[int] = Parameter(
    "limit",
    whole(0, MOST_ITEMS),
    20,
    about=_("How many items the answer holds at most."),
    example="50",
    schema=_number(0, MOST_ITEMS),
)
OFFSET: Parameter[int] = Parameter(
    "offset",
    whole(0, LARGEST_OFFSET),
    0,
    about=_("How many items of the list to pass over. Past the end the list is empty."),
    example="40",
    schema=_number(0, LARGEST_OFFSET),
)
ORDER: Parameter[tuple[str, ...]] = Parameter(
    "order",
    order,
    ("-date",),
    about=_("What to order by, the first first; a minus before it means descending. Random is not possible."),
    example="-date,title",
    schema=_several(
        f"({RELEVANCE}|-?({'|'.join(name for name in ORDERS if name != RELEVANCE)}))", len(ORDERS)
    ),
)
FIELDS: Parameter[tuple[FieldName, ...] | None] = Parameter(
    "fields",
    parse_fields,
    None,
    about=_(
        "The fields to show: names add, a minus removes, * begins with all, _ with none, brackets choose within."
    ),
    example="_,title,html_url",
    schema=_one(r"[-A-Za-z0-9_*(),]+"),
    longest=2_000,
)
LOCALE: Parameter[str | None] = Parameter(
    "locale",
    locale,
    None,
    about=_("Only what is public in this language."),
    example="fr",
    schema={"type": "string", "enum": list(offered())},
)
TYPE: Parameter[tuple[str, ...]] = Parameter(
    "type",
    codes,
    (),
    about=_("Items of any of these types."),
    example="news.NewsReleasePage,news.EventPage",
    schema=_CODES,
)
KIND: Parameter[tuple[str, ...]] = Parameter(
    "kind",
    codes,
    (),
    about=_("Items of any of these kinds."),
    example="press_release,statement",
    schema=_CODES,
)
TOPIC: Parameter[tuple[str, ...]] = Parameter(
    "topic",
    codes,
    (),
    about=_("Items about any of these topics, by key, id or slug."),
    example="maritime-security",
    schema=_CODES,
)
PLACE: Parameter[tuple[str, ...]] = Parameter(
    "place",
    codes,
    (),
    about=_("Items of any of these places, by key, id or slug."),
    example="brussels",
    schema=_CODES,
)
PERSON: Parameter[tuple[str, ...]] = Parameter(
    "person",
    codes,
    (),
    about=_("Items in which any of these people speak, by key, id or slug."),
    example="jane-doe",
    schema=_CODES,
)
COLLECTION: Parameter[tuple[str, ...]] = Parameter(
    "collection",
    codes,
    (),
    about=_("Videos of any of these collections, by key, id or slug."),
    example="summit-footage",
    schema=_CODES,
)
TAG: Parameter[tuple[str, ...]] = Parameter(
    "tag",
    words,
    (),
    about=_("Items with any of these tags."),
    example="exercise-2026",
    schema=_several("[^,]+"),
)
TAGS: Parameter[tuple[str, ...]] = Parameter(
    "tags",
    words,
    (),
    about=_("Items with all of these tags."),
    example="exercise-2026,navy",
    schema=_several("[^,]+"),
)
SLUG: Parameter[str | None] = Parameter(
    "slug",
    slug,
    None,
    about=_("The item with exactly this slug, in any language."),
    example="ministers-meet",
    schema=_one(SLUG_TEXT.pattern),
)
HTML_PATH: Parameter[str | None] = Parameter(
    "html_path",
    html_path,
    None,
    about=_("The path of a page on the public site."),
    example="/fr/actualites/",
    schema=_one("[^?#]+"),
    longest=2_000,
)
OLD_PATH: Parameter[str | None] = Parameter(
    "html_path",
    old_path,
    None,
    about=_("The path of an address that may be redirected."),
    example="/old-address",
    schema=_one("[^#]+"),
    longest=2_000,
)
ID: Parameter[int | None] = Parameter(
    "id", whole(1, LARGEST_ID), None, about=_("The id of a page."), example="8", schema=_ID
)
LISTED_ID: Parameter[int | None] = Parameter(
    "id", whole(1, LARGEST_ID), None, about=_("The item with this id alone."), example="8", schema=_ID
)
TITLE: Parameter[str | None] = Parameter(
    "title",
    lambda _name, text: text,
    None,
    about=_("Items with exactly this title."),
    example="Ministers meet",
    schema=_one(".+"),
    longest=LONGEST_FILTER,
)
TRANSLATION_OF: Parameter[int | None] = Parameter(
    "translation_of",
    whole(1, LARGEST_ID),
    None,
    about=_("The other languages of the item with this id."),
    example="8",
    schema=_ID,
)
DATE_FROM: Parameter[datetime | None] = Parameter(
    "date_from",
    since,
    None,
    about=_("Items of this day or moment, and later ones."),
    example="2026-01-31",
    schema=_DAY_OR_MOMENT,
)
DATE_TO: Parameter[datetime | None] = Parameter(
    "date_to",
    until,
    None,
    about=_("Items of this day or moment, and earlier ones."),
    example="2026-01-31T14:30:00Z",
    schema=_DAY_OR_MOMENT,
)
UPDATED_SINCE: Parameter[datetime | None] = Parameter(
    "updated_since",
    since,
    None,
    about=_("Items whose own words changed, or that appeared, on this day or at this moment, or later."),
    example="2026-01-31T14:30:00Z",
    schema=_DAY_OR_MOMENT,
)
CHILD_OF: Parameter[int | Literal["root"] | None] = Parameter(
    "child_of",
    id_or_root,
    None,
    about=_("Pages directly below the page with this id, or below the home pages (root)."),
    example="root",
    schema=_ID_OR_ROOT,
)
DESCENDANT_OF: Parameter[int | Literal["root"] | None] = Parameter(
    "descendant_of",
    id_or_root,
    None,
    about=_("Pages anywhere below the page with this id, or below the home pages (root)."),
    example="8",
    schema=_ID_OR_ROOT,
)
ANCESTOR_OF: Parameter[int | None] = Parameter(
    "ancestor_of",
    whole(1, LARGEST_ID),
    None,
    about=_("Pages above the page with this id."),
    example="8",
    schema=_ID,
)
CURSOR: Parameter[Cursor | None] = Parameter(
    "cursor",
    cursor,
    None,
    about=_("Where to continue the list: “meta.next_cursor” of the answer before. Not together with offset."),
    example=Cursor(("-date",), ("2026-01-31 10:00:00", 8, "fr")).text,
    schema=_one(OPAQUE),
)
FACETS: Parameter[tuple[str, ...]] = Parameter(
    "facets",
    codes,
    (),
    about=_("Also count the values that the items of the whole list have, for each of these names."),
    example="kind,year",
    schema=_CODES,
)
SINCE: Parameter[Place | None] = Parameter(
    "since",
    version,
    None,
    about=_(
        "What changed since: “meta.next” of the answer before. Without it, the answer says from where on to ask."
    ),
    example=Place(Version(4_211, 1_790_000_000_000_000)).text,
    schema=_one(OPAQUE),
)
CHANGES_LIMIT: Parameter[int] = Parameter(
    "limit",
    whole(1, MOST_CHANGES),
    MOST_CHANGES,
    about=_("How many changes the answer holds at most."),
    example="500",
    schema=_number(1, MOST_CHANGES),
)
