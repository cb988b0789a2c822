"""Reads public content items through the readers' views: rows and all that stands in their places in one statement."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import msgspec
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from cms.contract.encoding import CARD, PAYLOAD, WHOLE, whole
from cms.store.connection import READER, Rows, rows
from cms.store.filling import SITE, References, Target, escaped, fill_but_site

ITEMS = "public_content"
# What of an item is read, from the smallest text to the largest.
Columns = Literal["stub", "card", "payload", "whole"]
# The texts that may be ready (``cms.store.ready``).
READY = ("payload", "whole")
_DEPTH = {"card": CARD, "payload": PAYLOAD, "whole": WHOLE}
_ITEM = "c.id, c.object_key, c.type, c.locale, c.public_id, c.path, c.slug, c.title, c.digest"
_WIDTH = (
    len(_ITEM.split(",")) + 4
)  # and whether it is ready, two texts, the JSON of what stands in their places
_IS_READY = 1 + len(_ITEM.split(","))  # of a row that begins with the version

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


class StoredItem:
    """A public content item. ``keys`` are the values of the columns that it was asked for beside.

    ``stored`` is its text with empty places and ``filled`` the JSON of what stands in them; of an item that was ready
    (``is_ready``) it is the text with all places filled, but for the address of the site.
    """

    __slots__ = (
        *("item_id", "object_key", "type", "locale", "public_id", "path", "slug", "title", "digest"),
        *("filled", "is_ready", "base", "keys", "_parts", "_filled", "_references", "_text"),
    )

    def __init__(self, row: Sequence[Any], base: str) -> None:
        # fmt: off
        (
            self.item_id, self.object_key, self.type, self.locale, self.public_id, self.path, self.slug,
            self.title, self.digest, self.is_ready, payload, body, self.filled,
        ) = row[:_WIDTH]
        # fmt: on
        self._parts: tuple[str, str] = (payload, body)
        self._filled: tuple[str, str] | None = None
        self.base = base
        self.keys = tuple(row[_WIDTH:])
        self._references: References | None = None
        self._text: str | None = None

    @property
    def stored(self) -> str:
        """The whole of its stored text, joined anew each time."""
        return whole(*self._parts)

    @property
    def references(self) -> References:
        """What is public in its places, and in those of their cards: (item id, number of the place) to targets."""
        if self._references is None:
            self._references = {}
            for part in msgspec.json.decode(self.filled) if self.filled else ():
                self._references.setdefault((part[0], part[1]), []).append(Target(*part[2:]))
        return self._references

    @property
    def text(self) -> str:
        """Its JSON text with all places filled."""
        if self._text is None:
            self._text = whole(*self.filled_texts()).replace(SITE, escaped(self.base))
        return self._text

    @property
    def filled_digest(self) -> str:
        """The digest of its two texts with all places filled."""
        return digest_of(*self.filled_texts())

    def filled_texts(self) -> tuple[str, str]:
        """Its two texts, their places filled, but for the address of the site."""
        payload, body = self._parts
        if self.is_ready:
            return payload, body
        if self._filled is None:
            fill = partial(fill_but_site, owner=self.item_id, references=self.references)
            self._filled = fill(payload), fill(body)
        return self._filled

    @property
    def data(self) -> dict[str, Any]:
        """The parsed text, anew each time."""
        parsed: dict[str, Any] = msgspec.json.decode(self.text)
        return parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which items are read: those whose id is the column ``key`` of a row of the view ``source``.

    ``where`` and ``order`` are over the alias ``c``, with %s for ``params``; they never hold user text. ``found``:
    columns that ``source`` has and items have not, which keys may name.
    """

    where: str = "1 = 1"
    params: Sequence[Any] = ()
    order: str = ""
    limit: int | None = None
    offset: int = 0
    source: str = ITEMS
    key: str = "id"
    found: Sequence[str] = ()

    @property
    def bound(self) -> list[Any]:
        """All parameters of its statement, in order. The limit is written out: a plan depends on it."""
        return [*self.params, self.offset] if self.offset else list(self.params)


@dataclass(frozen=True, slots=True)
class Texts:
    """Joined texts, the keys of the last of a full window, and the store version that they are true of."""

    text: str
    keys: tuple[Any, ...]
    version: str


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
    as_writer: bool = False,
) -> list[StoredItem]:
    """The items of ``public_content c`` for which ``where`` holds, in one SQL statement.

    ``base`` is put before addresses (default: SITE_URL; "" makes them relative). ``as_writer``: as the transaction at
    hand sees them.
    """
    window = Window(where=where, params=params, order=order, limit=limit, offset=offset)
    sql = _chosen(window, _columns(columns)) + (" ORDER BY place" if order else "")
    address = settings.SITE_URL if base is None else base
    using = DEFAULT_DB_ALIAS if as_writer else READER
    return [StoredItem(row[:-1], address) for row in rows(sql, window.bound, using=using)]


@dataclass(frozen=True, slots=True)
class ReadyItem:
    """A public item whose places are filled: what an answer of it alone needs. ``filled_digest`` as of ``StoredItem``."""

    type: str
    locale: str
    public_id: int
    filled_digest: str
    text: str

    @property
    def data(self) -> dict[str, Any]:
        """The parsed text, anew each time."""
        parsed: dict[str, Any] = msgspec.json.decode(self.text)
        return parsed


def fetch_ready(where: str, params: Sequence[Any], *, base: str | None = None) -> list[ReadyItem]:
    """As ``fetch``, whole, of the items that are ready alone: rows of two indexes, and nothing to be filled."""
    sql = (
        f"SELECT c.type, c.locale, c.public_id, c.digest, c.payload, c.body FROM public_ready c WHERE {where}"
    )
    address = escaped(settings.SITE_URL if base is None else base)
    return [
        ReadyItem(type_, locale, public_id, digest, whole(payload, body).replace(SITE, address))
        for type_, locale, public_id, digest, payload, body in rows(sql, params)
    ]


def ready_digests(where: str, params: Sequence[Any]) -> list[tuple[str, str]]:
    """Language and digest of the items that are ready: what tells whether a reader holds them, without their texts."""
    found = rows(f"SELECT c.locale, c.digest FROM public_ready c WHERE {where}", params)
    return [(locale, digest) for locale, digest in found]


def digest_of(payload: str, body: str) -> str:
    """The digest of two filled texts: equal where an item says the same with all that stands in its places."""
    return hashlib.sha256(f"{payload}\0{body}".encode()).hexdigest()


def fetch_at(
    window: Window,
    *,
    columns: Columns = "whole",
    base: str | None = None,
    keys: Sequence[str] = (),
    in_each: bool = False,
    ready: bool = True,
) -> Fetched:
    """The items of a window and the store version, in one SQL statement.

    ``keys``: columns whose values the last item of a full window has in ``keys``, or with ``in_each`` every item.
    ``ready``: whether items may come with their places filled.
    """
    address = settings.SITE_URL if base is None else base
    statement = partial(_versioned, window, keys=keys, in_each=in_each)
    if ready and columns in READY:
        # What fills places is left out of the statement: only to be prepared for it costs as much as a row.
        found = rows(statement(_ready_columns(columns), ready=True), window.bound)
        if all(row[_IS_READY] for row in found if row[1] is not None):
            return _fetched(found, address)
    return _fetched(rows(statement(_columns(columns)), window.bound), address)


def _fetched(found: Rows, address: str) -> Fetched:
    return Fetched([StoredItem(row[1:-1], address) for row in found if row[1] is not None], found[0][0])


def texts_at(window: Window, *, base: str | None = None, keys: Sequence[str] = ()) -> Texts:
    """As ``fetch_at``, of the stubs alone: one JSON text of them all, separated by commas."""
    found = rows(_versioned(window, "c.stub", keys), window.bound)
    stubs = [row[1] for row in found if row[1] is not None]
    address = settings.SITE_URL if base is None else base
    last = tuple(found[-1][2:-1]) if stubs and len(stubs) == window.limit else ()
    return Texts(",".join(stubs).replace(SITE, escaped(address)), last, found[0][0])


def _columns(columns: Columns) -> str:
    text = "c.payload, c.body" if columns == "whole" else f"c.{columns}, ''"
    return f"{_ITEM}, FALSE, {text}, {_references(columns)}"


def _ready_columns(columns: Columns) -> str:
    return f"{_ITEM}, y.payload IS NOT NULL, y.payload, {'y.body' if columns == 'whole' else repr('')}, NULL"


def _versioned(
    window: Window, columns: str, keys: Sequence[str] = (), *, in_each: bool = False, ready: bool = False
) -> str:
    # Where only the last row of a full window is continued behind, the others' instants need not be read.
    beside = ""
    for key in keys:
        value = f"{'chosen' if key in window.found else 'c'}.{key}"
        if not in_each:
            value = f"CASE WHEN place = {window.limit} THEN {value} END"
        beside += f", {value} AS key_{key}"
    chosen = _chosen(window, f"{columns}{beside}", ready=ready)
    return f"SELECT v.version, c.* FROM public_version v LEFT JOIN ({chosen}) c ON 1 = 1 ORDER BY c.place"


def _chosen(window: Window, columns: str, *, ready: bool = False) -> str:
    """The statement for ``columns`` of ``public_content c`` in a window, with their place in it as the last column.

    ``ready``: the columns are also of ``public_ready y``.
    """
    beside = "LEFT JOIN public_ready y ON y.id = c.id" if ready else ""
    order = f"ORDER BY {window.order}" if window.order else ""
    limit = _ALL[connections[READER].vendor] if window.limit is None else f"LIMIT {int(window.limit)}"
    if not window.offset and window.source == ITEMS:
        return f"""
            SELECT {columns}, place FROM (SELECT k.*, row_number() OVER () AS place FROM (
                SELECT c.* FROM {ITEMS} c WHERE {window.where} {order} {limit}) k) c {beside}
        """
    if window.offset:
        limit += " OFFSET %s"
    found = "".join(f", c.{name}" for name in window.found)
    # A far window is walked over keys alone; texts are read of the rows that are in it.
    return f"""
        SELECT {columns}, place
        FROM (SELECT k.*, row_number() OVER () AS place FROM (
            SELECT c.{window.key} AS id{found} FROM {window.source} c WHERE {window.where} {order} {limit}) k) chosen
        JOIN public_content c ON c.id = chosen.id {beside}
    """


def _references(columns: Columns) -> str:
    """SQL for the JSON of all references of the row ``c``, and of those in their cards. A stub has none."""
    if columns == "stub":
        return "NULL"
    array, aggregate = _JSON[connections[READER].vendor]
    one = _REFERENCE.format(array=array)
    depth = _DEPTH[columns]
    return f"""(
        WITH own AS (SELECT r.* FROM public_reference r WHERE r.item_id = c.id AND r.depth <= {depth})
        SELECT {aggregate} FROM (
            SELECT {one} AS one FROM own r
            UNION ALL
            SELECT {one} AS one
            FROM own u JOIN public_reference r ON r.item_id = u.target_id AND r.depth <= {CARD}
            WHERE u.role = 'card' AND u.target_refers
        ) all_references)"""


def version() -> str:
    """The store version, (last change number, latest listed instant that has passed), as an opaque text."""
    ((found,),) = rows("SELECT version FROM public_version")
    return str(found)
