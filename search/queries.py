"""What the interfaces read: one item, or a window of a list with its total, all true of one store version."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from cms.store import reading
from cms.store.connection import rows
from cms.store.reading import Columns, StoredItem, Window, fetch, fetch_at, texts_at
from search.answers import answers
from search.condition import Condition, one_of
from search.criteria import Criteria
from search.cursor import Cursor
from search.ordering import Order, order_by

T = TypeVar("T")
# How often something is read anew when the store changes meanwhile; the last reading stands.
ATTEMPTS = 3
MOST_VALUES = 100  # of a facet

store_version = reading.version


@dataclass(frozen=True, slots=True)
class Listing:
    """A window of a list: its items, how many there are in all, and the store version that this is true of.

    ``next``: where the list is continued; None at its end. ``page_exists``: whether the page that translations were
    asked of is public.
    """

    items: list[StoredItem]
    total: int
    version: str
    next: Cursor | None = None
    page_exists: bool = True


@dataclass(frozen=True, slots=True)
class Stubs:
    """As ``Listing``, with the JSON of the items, separated by commas, in place of them."""

    text: str
    total: int
    version: str
    next: Cursor | None = None
    page_exists: bool = True


def by_id(
    collection: str,
    public_id: int,
    *,
    locale: str | None = None,
    prefer: str | None = None,
    columns: Columns = "whole",
) -> StoredItem | None:
    """The item with this id. ``locale``: in that language or not at all; ``prefer``: in that one if there is one."""
    where, params = "c.collection = %s AND c.public_id = %s", [collection, public_id]
    if locale is not None:
        where, params = f"{where} AND c.locale = %s", [*params, locale]
    # Two languages at most: the preferred one is chosen here.
    found = fetch(where, params, order="c.locale", limit=2, columns=columns)
    return next((item for item in found if item.locale == prefer), found[0] if found else None)


def by_path(path: str, *, columns: Columns = "whole", base: str | None = None) -> StoredItem | None:
    """The item whose page stands at ``path`` ("/fr/actualites/")."""
    where, params = "c.locale = %s AND c.path = %s", [path.split("/")[1], path]
    found = fetch(where, params, limit=1, columns=columns, base=base)
    return found[0] if found else None


def by_item_ids(
    item_ids: Sequence[int], *, columns: Columns = "whole", base: str | None = None
) -> dict[int, StoredItem]:
    """Those of the items that are public, by their number in the store (``Target.item_id``)."""
    if not item_ids:
        return {}
    # As many places as a power of two, so that few statements are prepared; the last id fills the rest.
    places = 1 << (len(item_ids) - 1).bit_length()
    term = one_of("c.id", [*item_ids, *[item_ids[-1]] * (places - len(item_ids))])
    return {item.item_id: item for item in fetch(term.sql, term.params, columns=columns, base=base)}


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
    listed = criteria.condition()
    ordered, window = _window(criteria, order, limit, offset, after)
    keys = [column for column, _down in ordered.columns]
    for _attempt in range(ATTEMPTS):
        found = fetch_at(window, columns=columns, base=base, keys=keys)
        total, at = total_of(listed, found.version)
        if at == found.version:
            break
    last = found.items[-1].keys if found.items and len(found.items) == limit else ()
    following = _following(order, last, total, None if after else offset + limit)
    return Listing(found.items, total, found.version, following, _exists(criteria, total))


def stubs(
    criteria: Criteria,
    *,
    order: Sequence[str] = ("-date",),
    limit: int = 20,
    offset: int = 0,
    after: Cursor | None = None,
) -> Stubs:
    """As ``listing``, of the stubs alone and these as one text: what lists show when nothing more is asked for."""
    listed = criteria.condition()
    ordered, window = _window(criteria, order, limit, offset, after)
    keys = [column for column, _down in ordered.columns]
    for _attempt in range(ATTEMPTS):
        found = texts_at(window, keys=keys)
        total, at = total_of(listed, found.version)
        if at == found.version:
            break
    following = _following(order, found.keys, total, None if after else offset + limit)
    return Stubs(found.text, total, found.version, following, _exists(criteria, total))


def _window(
    criteria: Criteria, order: Sequence[str], limit: int, offset: int, after: Cursor | None
) -> tuple[Order, Window]:
    ordered, condition = order_by(order), criteria.condition()
    if after is not None:
        behind = after.condition(ordered)
        add = condition.add_common if ordered.in_facets else condition.add
        add(behind.sql, *behind.params)
    return ordered, condition.window(ordered, limit, offset)


def _following(order: Sequence[str], last: Sequence[Any], total: int, end: int | None) -> Cursor | None:
    """Where a list goes on behind its window, which ends at ``end`` (None: unknown, it began behind a cursor)."""
    return Cursor.behind(order, last) if last and (end is None or end < total) else None


def _exists(criteria: Criteria, total: int) -> bool:
    return criteria.translation_of is None or total > 0 or _is_public(criteria)


def total_of(condition: Condition, version: str) -> tuple[int, str]:
    """The number of items under ``condition`` and the version that it is true of: kept for ``version``, or counted."""
    kept = answers.get(("count", condition.key), version)
    if kept is not None:
        return kept, version
    counted = condition.counted()
    ((at, total),) = rows(f"SELECT v.version, {counted.sql} FROM public_version v", counted.params)
    answers.keep(("count", condition.key), at, int(total))
    return int(total), at


def _is_public(criteria: Criteria) -> bool:
    named = (criteria.collection or "pages", criteria.translation_of)
    return bool(fetch("c.collection = %s AND c.public_id = %s", named, limit=1, columns="stub"))


def consistently(read: Callable[[str], T]) -> tuple[T, str]:
    """The value of ``read`` (called with the store version), begun anew when the store changes meanwhile."""
    before = store_version()
    for _attempt in range(ATTEMPTS):
        value = read(before)
        after = store_version()
        if after == before:
            break
        before = after
    return value, before
