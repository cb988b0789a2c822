"""What the pages of the public site read: one page by its address, cards of a list, the frame around a page.

Addresses come out relative, so that a page is right under any host name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from cms.store.reading import StoredItem, fetch, version
from search.criteria import Condition, Criteria
from search.ordering import order_by
from search.queries import ATTEMPTS

T = TypeVar("T")
HOME = "home.HomePage"
# The entries of the main navigation, in this order.
SECTIONS = ("news.NewsIndexPage", "news.EventIndexPage", "media_library.MediaIndexPage")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read, and the store version that all of it is true of."""

    value: Any
    version: str


def consistently(read: Callable[[str], T]) -> tuple[T, str]:
    """The value of ``read`` (called with the store version), begun anew when the store changes meanwhile."""
    before = version()
    for _attempt in range(ATTEMPTS):
        value = read(before)
        after = version()
        if after == before:
            break
        before = after
    return value, before


def page_at(path: str) -> StoredItem | None:
    """The item whose page stands at ``path``."""
    condition = Condition()
    condition.any_of("c.locale", (path.split("/")[1],))
    condition.any_of("c.path", (path,))
    found = fetch(condition.sql, condition.params, limit=1, base="")
    return found[0] if found else None


def frame(locale: str) -> dict[str, list[dict[str, Any]]]:
    """Cards of the home pages of both languages, and of the sections of ``locale`` in the order of the navigation."""
    condition = Condition()
    marks = ", ".join(["%s"] * len(SECTIONS))
    condition.add(f"(c.type = %s OR (c.locale = %s AND c.type IN ({marks})))", HOME, locale, *SECTIONS)
    found = [
        item.data for item in fetch(condition.sql, condition.params, order="c.path", columns="card", base="")
    ]
    return {
        "homes": [card for card in found if card["meta"]["type"] == HOME],
        "sections": sorted(
            (card for card in found if card["meta"]["type"] in SECTIONS),
            key=lambda card: SECTIONS.index(card["meta"]["type"]),
        ),
    }


def homes() -> list[StoredItem]:
    """The home pages that are public, with all their fields."""
    return fetch("c.type = %s", [HOME], order="c.locale", base="")


def cards(
    criteria: Criteria, *, order: Sequence[str] = ("-date",), limit: int = 20, offset: int = 0
) -> tuple[list[dict[str, Any]], int]:
    """The cards of a window of a list, and how many there are in all."""
    return window(criteria.condition(), order_by(order), limit, offset)


def window(condition: Condition, order: str, limit: int, offset: int) -> tuple[list[dict[str, Any]], int]:
    """The cards of a window under any condition, and how many there are in all."""
    items = fetch(
        condition.sql,
        condition.params,
        order=order,
        limit=limit,
        offset=offset,
        columns="card",
        base="",
        count=True,
    )
    if items:
        return [item.data for item in items], items[0].total or 0
    if not offset:
        return [], 0
    # Behind the end: the total comes with rows alone.
    first = fetch(condition.sql, condition.params, order=order, limit=1, columns="card", base="", count=True)
    return [], (first[0].total or 0) if first else 0


def topics(locale: str) -> list[StoredItem]:
    """The public topics of a language, in no particular order."""
    return fetch("c.type = %s AND c.locale = %s", ["vocabulary.Topic", locale], columns="card", base="")
