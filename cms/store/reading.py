"""Reads public content items through the readers' views: rows and all that stands in their places in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

import msgspec
from django.conf import settings
from django.db import connections

from cms.contract.encoding import CARD, PAYLOAD, WHOLE, whole
from cms.store.connection import READER, rows
from cms.store.filling import SITE, References, Target, escaped, fill

# What of an item is read, from the smallest text to the largest.
Columns = Literal["stub", "card", "payload", "whole"]
_DEPTH = {"card": CARD, "payload": PAYLOAD, "whole": WHOLE}
_ITEM = "c.id, c.object_key, c.type, c.locale, c.public_id, c.path, c.slug, c.title, c.digest"
_COUNT = len(_ITEM.split(","))

# Per database: JSON of one reference, and of all of a row. Text stays text: a card is parsed only where it is used.
_REFERENCE = (
    "{array}(r.item_id, r.slot, r.role, r.target_id, r.target_type, r.target_locale, r.target_public_id,"
    " r.target_path, r.target_file, r.target_title, r.target_card)"
)
# Without a limit SQLite would leave out the order of a table that is read from.
_ALL = {"postgresql": "", "sqlite": "LIMIT -1"}
_JSON = {
    "postgresql": ("json_build_array", "json_agg(one)::text"),
    "sqlite": ("json_array", "json_group_array(json(one))"),
}


@dataclass
class StoredItem:
    """A public content item. ``keys`` are the values of the columns that it was asked for beside."""

    item_id: int
    object_key: str
    type: str
    locale: str
    public_id: int
    path: str
    slug: str
    title: str
    digest: str
    stored: str  # its text with empty places
    filled: str | None  # JSON of what stands in them
    base: str
    keys: tuple[Any, ...] = ()

    @cached_property
    def references(self) -> References:
        """What is public in its places, and in those of their cards: (item id, number of the place) to targets."""
        found: References = {}
        for part in msgspec.json.decode(self.filled) if self.filled else ():
            found.setdefault((part[0], part[1]), []).append(Target(*part[2:]))
        return found

    @cached_property
    def text(self) -> str:
        """Its JSON text with all places filled."""
        if self.filled is None and '{"$ref' not in self.stored and "\\u0001h" not in self.stored:
            return self.stored.replace(SITE, escaped(self.base))
        return fill(self.stored, self.item_id, self.references, self.base)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The parsed text."""
        parsed: dict[str, Any] = msgspec.json.decode(self.text)
        return parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which items are read, as SQL over ``chosen``, a view with the columns ``id`` and those of ``order``.

    ``where`` and ``order`` are over the alias ``c``, with %s for ``params``; they never hold user text.
    """

    where: str = "1 = 1"
    params: Sequence[Any] = ()
    order: str = ""
    limit: int | None = None
    offset: int = 0
    source: str = "public_content"
    key: str = "id"


@dataclass(frozen=True, slots=True)
class Fetched:
    """Items, and the store version that they are true of: both of one statement, so of one instant."""

    items: list[StoredItem]
    version: str


def fetch(
    where: str,
    params: Sequence[Any] = (),
    *,
    order: str = "",
    limit: int | None = None,
    offset: int = 0,
    columns: Columns = "whole",
    base: str | None = None,
) -> list[StoredItem]:
    """The items of ``public_content c`` for which ``where`` holds, in one SQL statement.

    ``base`` is put before addresses (default: SITE_URL; "" makes them relative).
    """
    window = Window(where=where, params=params, order=order, limit=limit, offset=offset)
    return [item for item in _read(window, columns, base, (), versioned=False)[1] if item is not None]


def fetch_at(
    window: Window, *, columns: Columns = "whole", base: str | None = None, keys: Sequence[str] = ()
) -> Fetched:
    """The items of a window and the store version, in one SQL statement. ``keys``: columns read beside."""
    version, items = _read(window, columns, base, keys, versioned=True)
    return Fetched([item for item in items if item is not None], version)


def _read(
    window: Window, columns: Columns, base: str | None, keys: Sequence[str], *, versioned: bool
) -> tuple[str, list[StoredItem | None]]:
    text = "c.payload, c.body" if columns == "whole" else f"c.{columns}, ''"
    beside = "".join(f", c.{key}" for key in keys)
    vendor = connections[READER].vendor
    order = f"ORDER BY {window.order}" if window.order else ""
    limit = _ALL[vendor] if window.limit is None else f"LIMIT {int(window.limit)} OFFSET {int(window.offset)}"
    # The window is walked over keys alone; texts are read of the rows that are in it.
    own = f"""
        SELECT {_ITEM}, {text}, {_references(columns)} AS filled{beside}, chosen.place
        FROM (SELECT k.id, row_number() OVER () AS place FROM (
            SELECT c.{window.key} AS id FROM {window.source} c WHERE {window.where} {order} {limit}) k) chosen
        JOIN public_content c ON c.id = chosen.id
    """
    if not versioned:
        return "", [_item(row, base, 0) for row in rows(f"{own} ORDER BY chosen.place", window.params)]
    sql = (
        f"SELECT v.number, v.instant, c.* FROM public_version v LEFT JOIN ({own}) c ON 1 = 1 ORDER BY c.place"
    )
    found = rows(sql, window.params)
    items = [_item(row, base, 2) for row in found if row[2] is not None]
    return version_text(found[0][0], found[0][1]), list(items)


def _references(columns: Columns) -> str:
    """SQL for the JSON of all references of the row ``c``, and of those in their cards. A stub has none."""
    if columns == "stub":
        return "NULL"
    array, aggregate = _JSON[connections[READER].vendor]
    one = _REFERENCE.format(array=array)
    depth = _DEPTH[columns]
    return f"""(SELECT {aggregate} FROM (
        SELECT {one} AS one FROM public_reference r WHERE r.item_id = c.id AND r.depth <= {depth}
        UNION ALL
        SELECT {one} AS one
        FROM public_reference u JOIN public_reference r ON r.item_id = u.target_id AND r.depth <= {CARD}
        WHERE u.item_id = c.id AND u.role = 'card' AND u.depth <= {depth}
    ) all_references)"""


def _item(row: Sequence[Any], base: str | None, first: int) -> StoredItem:
    values = row[first:]
    payload, body, filled = values[_COUNT : _COUNT + 3]
    return StoredItem(
        item_id=values[0],
        object_key=values[1],
        type=values[2],
        locale=values[3],
        public_id=values[4],
        path=values[5],
        slug=values[6],
        title=values[7],
        digest=values[8],
        stored=whole(payload, body),
        filled=filled,
        base=settings.SITE_URL if base is None else base,
        keys=tuple(values[_COUNT + 3 : -1]),
    )


def version() -> str:
    """The store version: (last change number, latest listed instant that has passed), as an opaque text."""
    ((number, instant),) = rows("SELECT number, instant FROM public_version")
    return version_text(number, instant)


def version_text(number: int, instant: Any) -> str:
    """The opaque text of a row of ``public_version``, for statements that read it beside other things."""
    moment = as_moment(instant)
    return f"{number}.{int(moment.timestamp() * 1000) if moment else 0}"


def as_moment(value: Any) -> datetime | None:
    """An instant as the readers' database gives it, aware."""
    if isinstance(value, str):
        return datetime.fromisoformat(value + "+00:00")
    moment: datetime | None = value
    return moment
