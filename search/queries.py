"""Queries over what is public now. Every answer is one moment's truth, in at most three SQL statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.db import connections

from cms.store import reading
from cms.store.reading import READER, StoredItem, fetch, version_text
from search.criteria import Condition, Criteria, page_with_id
from search.ordering import order_by

Columns = Literal["payload", "card"]
# How often a list is read anew when the store changes meanwhile; the last reading stands.
ATTEMPTS = 3

store_version = reading.version


@dataclass(frozen=True, slots=True)
class Listing:
    """A window of a list: its items, how many there are in all, and the store version that this is true of.

    ``page_exists``: whether the page that translations were asked of is public.
    """

    items: list[StoredItem]
    total: int
    version: str
    page_exists: bool = True


def by_id(
    types: Sequence[str], public_id: int, *, locale: str | None = None, prefer: str | None = None
) -> StoredItem | None:
    """The item with this id. ``locale``: in that language or not at all; ``prefer``: in that one if there is one."""
    condition = Criteria(types=types, public_ids=(public_id,), locale=locale).condition()
    if prefer is not None:
        condition.prefer(prefer)
    return _first(condition)


def by_path(path: str, *, columns: Columns = "payload") -> StoredItem | None:
    """The item whose page stands at ``path`` ("/fr/actualites/")."""
    condition = Condition()
    condition.any_of("c.path", (path,))
    condition.any_of("c.locale", (path.split("/")[1],))
    return _first(condition, columns)


def _first(condition: Condition, columns: Columns = "payload") -> StoredItem | None:
    items = fetch(condition.sql, condition.params, order="c.locale", limit=1, columns=columns)
    return items[0] if items else None


def listing(
    criteria: Criteria,
    *,
    order: Sequence[str] = ("-date",),
    limit: int = 20,
    offset: int = 0,
    columns: Columns = "card",
    version: str | None = None,
) -> Listing:
    """The items of a list from ``offset`` on, at most ``limit``. ``version``: the store's, when it was just read."""
    condition = criteria.condition()
    before = version or store_version()
    for _attempt in range(ATTEMPTS):
        items: list[StoredItem] = []
        if limit:
            window = order_by(order)
            items = fetch(
                condition.sql, condition.params, order=window, limit=limit, offset=offset, columns=columns
            )
        after, total, page_exists = _counted(condition, criteria.translation_of)
        if after == before:
            break
        before = after
    return Listing(items, total, before, page_exists)


def _counted(condition: Condition, page: int | None) -> tuple[str, int, bool]:
    """The store version, the number of items under ``condition``, and whether ``page`` is public: one statement."""
    its_page = page_with_id(page) if page is not None else Condition()
    exists = f"EXISTS (SELECT 1 FROM public_content p WHERE {its_page.sql})" if page is not None else "1 = 1"
    sql = (
        f"SELECT v.number, v.instant, (SELECT count(*) FROM public_content c WHERE {condition.sql}), {exists}"
        " FROM public_version v"
    )
    with connections[READER].cursor() as cursor:
        cursor.execute(sql, [*condition.params, *its_page.params])
        number, instant, total, page_exists = cursor.fetchone()
    return version_text(number, instant), int(total), bool(page_exists)
