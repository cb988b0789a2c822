"""What the interfaces read: one item, or a window of a list with its total, all true of one store version."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from cms.store import reading
from cms.store.reading import (
    Columns,
    Fetched,
    ReadyItem,
    StoredItem,
    Texts,
    Window,
    fetch,
    fetch_at,
    fetch_ready,
    texts_at,
)
from cms.store.snapshot import snapshot
from search.condition import Condition
from search.criteria import Criteria
from search.cursor import Cursor
from search.ordering import order_by
from search.totals import total_of

T = TypeVar("T")
R = TypeVar("R", Fetched, Texts)
# How often something is read in one snapshot: on SQLite a listed instant may pass in the midst of it.
ATTEMPTS = 10
MOST_VALUES = 100  # of a facet

store_version = reading.version


@dataclass(frozen=True, slots=True)
class Listing:
    """A window of a list: its items, how many there are in all, and the store version that this is true of.

    ``next``: where the list is continued; None at its end.
    """

    items: list[StoredItem]
    total: int
    version: str
    next: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Stubs:
    """As ``Listing``, with the JSON of the items, separated by commas, in place of them."""

    text: str
    total: int
    version: str
    next: Cursor | None = None


def by_id(
    collection: str,
    public_id: int,
    *,
    locale: str | None = None,
    prefer: str | None = None,
    columns: Columns = "whole",
) -> StoredItem | ReadyItem | None:
    """The item with this id. ``locale``: in that language or not at all; ``prefer``: in that one if there is one."""
    where, params = _with_id(collection, public_id, locale)
    if columns == "whole" and prefer is None:
        ready = fetch_ready(where, params)
        if len(ready) == 1:
            return ready[0]
    # Two languages at most: the preferred one is chosen here.
    found = fetch(where, params, order="c.locale", limit=2, columns=columns)
    return next((item for item in found if item.locale == prefer), found[0] if found else None)


def _with_id(collection: str, public_id: int, locale: str | None) -> tuple[str, list[Any]]:
    """The condition over ``c`` for an id, in all its languages or in one, and its parameters."""
    if locale is None:
        return "c.collection = %s AND c.public_id = %s", [collection, public_id]
    return "c.collection = %s AND c.public_id = %s AND c.locale = %s", [collection, public_id, locale]


def digest_by_id(collection: str, public_id: int, locale: str | None = None) -> tuple[str, str] | None:
    """Language and digest of the one item with this id, if it is ready (``StoredItem.filled_digest``)."""
    where, params = _with_id(collection, public_id, locale)
    found = reading.ready_digests(where, params)
    return found[0] if len(found) == 1 else None


def by_path(path: str, *, columns: Columns = "whole", base: str | None = None) -> StoredItem | None:
    """The item whose page stands at ``path`` ("/fr/actualites/")."""
    where, params = "c.locale = %s AND c.path = %s", [path.split("/")[1], path]
    found = fetch(where, params, limit=1, columns=columns, base=base)
    return found[0] if found else None


def listing(
    criteria: Criteria,
    *,
    order: Sequence[str] = ("-date",),
    limit: int = 20,
    offset: int = 0,
    after: Cursor | None = None,
    columns: Columns = "card",
    base: str | None = None,
) -> Listing:
    """The items of a list from ``offset`` on or behind ``after``, at most ``limit``, and the total of the whole list."""
    window, keys = _window(criteria, order, limit, offset, after)

    def read() -> Fetched:
        return fetch_at(window, columns=columns, base=base, keys=keys)

    found, total = with_total(read, criteria.condition())
    last = found.items[-1].keys if found.items and len(found.items) == limit else ()
    following = _following(order, last, total, None if after else offset + limit)
    return Listing(found.items, total, found.version, following)


def stubs(
    criteria: Criteria,
    *,
    order: Sequence[str] = ("-date",),
    limit: int = 20,
    offset: int = 0,
    after: Cursor | None = None,
) -> Stubs:
    """As ``listing``, of the stubs alone and these as one text: what lists show when nothing more is asked for."""
    window, keys = _window(criteria, order, limit, offset, after)
    found, total = with_total(lambda: texts_at(window, keys=keys), criteria.condition())
    following = _following(order, found.keys, total, None if after else offset + limit)
    return Stubs(found.text, total, found.version, following)


def _window(
    criteria: Criteria, order: Sequence[str], limit: int, offset: int, after: Cursor | None
) -> tuple[Window, list[str]]:
    """The window, and the columns that its order has."""
    ordered, condition = order_by(order), criteria.condition()
    if after is not None:
        after.continues(condition, ordered)
    return condition.window(ordered, limit, offset), [column for column, _down in ordered.columns]


def at_one_moment(read: Callable[[], tuple[T, bool]]) -> T:
    """The value of ``read``, which says as well whether all that it read was of one version of the store.

    If the store changed meanwhile it is read anew in one snapshot, in which nothing can come between.
    """
    value, is_one = read()
    if is_one:
        return value
    with snapshot():
        for _attempt in range(ATTEMPTS):
            value, is_one = read()
            if is_one:
                break
    return value


def with_total(read: Callable[[], R], listed: Condition) -> tuple[R, int]:
    """What is read of a list, and its total: both of one version."""

    def both() -> tuple[tuple[R, int], bool]:
        found = read()
        total, at = total_of(listed, found.version)
        return (found, total), at == found.version

    return at_one_moment(both)


def _following(order: Sequence[str], last: Sequence[Any], total: int, end: int | None) -> Cursor | None:
    """Where a list goes on behind its window, which ends at ``end`` (None: unknown, it began behind a cursor)."""
    return Cursor.behind(order, last) if last and (end is None or end < total) else None


def consistently(read: Callable[[str], T]) -> tuple[T, str]:
    """The value of ``read``, called with the store version: all of that version, and the version."""

    def whole() -> tuple[tuple[T, str], bool]:
        version = store_version()
        return (read(version), version), store_version() == version

    return at_one_moment(whole)
