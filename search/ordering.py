"""What lists can be ordered by, as SQL. Every order ends in the id and the language, so it is total."""

from collections.abc import Sequence
from dataclasses import dataclass

# A column of what a search finds: the larger the better, so that order begins with the best.
RELEVANCE = "relevance"
# Names of orders to columns of public_content.
ORDERS = {
    "date": "date",
    "title": "title",
    "id": "public_id",
    "slug": "slug",
    "type": "type",
    "locale": "locale",
    "first_published_at": "first_published_at",
    "updated_at": "updated_at",
    "relevance": RELEVANCE,
}
# Columns that facets have as well.
SHARED = frozenset({"date", "public_id", "locale", "type"})


@dataclass(frozen=True, slots=True)
class Order:
    """Columns, each with whether it descends; ``sql`` is the ORDER BY list over ``c``."""

    columns: tuple[tuple[str, bool], ...]
    sql: str

    @property
    def in_facets(self) -> bool:
        """Whether facets have all of its columns."""
        return all(column in SHARED for column, _descending in self.columns)

    @property
    def in_search(self) -> bool:
        """Whether the entries that are searched have all of its columns."""
        return all(column in SHARED or column == RELEVANCE for column, _descending in self.columns)

    @property
    def by_relevance(self) -> bool:
        """Whether it names relevance."""
        return any(column == RELEVANCE for column, _descending in self.columns)


def order_by(orders: Sequence[str]) -> Order:
    """The order for names of ORDERS, each perhaps with a minus. Raises KeyError for any other name.

    Of equal relevance the newer comes first. What makes an order total goes the way of its last name, so that a list
    is one walk along an index.
    """
    columns = [_column(name) for name in orders]
    down = columns[-1][1] if columns else False
    known = {column for column, _descending in columns}
    rest = ("date", "public_id", "locale") if RELEVANCE in known else ("public_id", "locale")
    columns += [(column, down) for column in rest if column not in known]
    sql = ", ".join(f"c.{column} DESC" if descending else f"c.{column}" for column, descending in columns)
    return Order(tuple(columns), sql)


def _column(name: str) -> tuple[str, bool]:
    column = ORDERS[name.removeprefix("-")]
    return column, name.startswith("-") != (column == RELEVANCE)
