"""What the pages of the public site read: one page by its address, cards of a list, the frame around a page.

Addresses come out relative, so that a page is right under any host name.
"""

from collections.abc import Sequence
from typing import Any

from cms.store.reading import StoredItem, fetch, fetch_at
from search.condition import Condition, one_of
from search.criteria import Criteria
from search.ordering import Order, order_by
from search.queries import by_path, with_total

HOME = "home.HomePage"
# The entries of the main navigation, in this order.
SECTIONS = ("news.NewsIndexPage", "news.EventIndexPage", "media_library.MediaIndexPage")


def page_at(path: str) -> StoredItem | None:
    """The item whose page stands at ``path``."""
    return by_path(path, base="")


def frame(locale: str) -> dict[str, list[dict[str, Any]]]:
    """Cards of the home pages of both languages, and of the sections of ``locale`` in the order of the navigation."""
    sections = one_of("c.type", SECTIONS)
    where = f"c.collection = %s AND (c.type = %s OR (c.locale = %s AND {sections.sql}))"
    params = ["pages", HOME, locale, *sections.params]
    found = [item.data for item in fetch(where, params, order="c.path", columns="card", base="")]
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


def window(condition: Condition, order: Order, limit: int, offset: int) -> tuple[list[dict[str, Any]], int]:
    """The cards of a window under any condition, and how many there are in all."""
    shown = condition.window(order, limit, offset)
    found, total = with_total(lambda: fetch_at(shown, columns="card", base=""), condition)
    return [item.data for item in found.items], total


def topics(locale: str) -> list[StoredItem]:
    """The public topics of a language, in no particular order."""
    return fetch("c.type = %s AND c.locale = %s", ["vocabulary.Topic", locale], columns="card", base="")
