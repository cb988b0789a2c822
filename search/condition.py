"""Which items are meant, as SQL over the readers' views, and the walk that finds them.

A list in its usual order under one facet ("latest of a topic") is read from the facets, where such a walk is one
range of one index; everything else from the items.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from cms.store.reading import Window
from search.ordering import Order

# Facets whose values are translation keys: the collection of what they name, and the prefix of its object keys.
NAMED = {
    "topic": ("topics", "topic:"),
    "place": ("places", "place:"),
    "person": ("people", "person:"),
    "collection": ("pages", "page:"),
}
LARGEST_ID = 2**63 - 1  # what a database key can hold


@dataclass(frozen=True, slots=True)
class Term:
    """A condition in SQL with its parameters. It never holds user text."""

    sql: str
    params: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetTerm:
    """One of several values of a facet; ``values`` are SQL expressions, each with its parameters."""

    name: str
    values: tuple[Term, ...]

    def matches(self, alias: str) -> Term:
        """The condition over ``alias``, a row of public_facet."""
        listed = ", ".join(value.sql for value in self.values)
        equal = f"{alias}.value = {listed}" if len(self.values) == 1 else f"{alias}.value IN ({listed})"
        params = (self.name, *(param for value in self.values for param in value.params))
        return Term(f"{alias}.facet = %s AND {equal}", params)

    def holds_for(self, item: str) -> Term:
        """The condition over an expression that is an item's id."""
        matches = self.matches("f")
        # Looked up for each item that is walked: as a set of ids it would be read whole for a list of twenty. OFFSET
        # keeps PostgreSQL from making a join of it, which it orders by estimates that are wrong a thousandfold.
        return Term(
            f"EXISTS (SELECT 1 FROM public_facet f WHERE f.item_id = {item} AND {matches.sql} LIMIT 1 OFFSET 0)",
            matches.params,
        )


@dataclass(frozen=True, slots=True)
class Matching:
    """A search over ``public_search c``: the condition of what it finds, and how relevant that is, a number."""

    found: Term
    relevance: Term

    def holds_for(self, item: str) -> Term:
        """The condition over an expression that is an item's id."""
        return Term(
            f"{item} IN (SELECT c.item_id FROM public_search c WHERE {self.found.sql})", self.found.params
        )

    def source(self, *, whole: bool) -> Term:
        """What it finds as a view with the column ``relevance``: of whole items, or of the columns of facets."""
        columns = "i.*" if whole else "c.item_id AS id, c.collection, c.type, c.locale, c.public_id, c.date"
        items = "JOIN public_content i ON i.id = c.item_id" if whole else ""
        return Term(
            f"(SELECT {columns}, {self.relevance.sql} AS relevance FROM public_search c {items} WHERE {self.found.sql})",
            (*self.relevance.params, *self.found.params),
        )


@dataclass(slots=True)
class Condition:
    """A conjunction. ``common`` holds for columns that items and facets share, ``own`` for those of items alone.

    Both are over the alias ``c``. The date is in [``since``, ``until``), as the readers' database compares it. Of one
    type (``of_type``), items need not be asked for their ``collection``: the index of their type is the shorter walk.
    """

    collection: Term | None = None
    of_type: bool = False
    since: Any = None
    until: Any = None
    common: list[Term] = field(default_factory=list)
    own: list[Term] = field(default_factory=list)
    facets: list[FacetTerm] = field(default_factory=list)
    search: Matching | None = None

    def add(self, sql: str, *params: Any) -> None:
        """Add a condition over ``public_content c``."""
        self.own.append(Term(sql, params))

    def add_common(self, sql: str, *params: Any) -> None:
        """Add a condition over columns of ``c`` that facets have as well."""
        self.common.append(Term(sql, params))

    def any_of(self, column: str, values: Sequence[Any]) -> None:
        """The item's column has one of ``values``; empty: any."""
        if values:
            self.own.append(one_of(f"c.{column}", values))

    def any_of_common(self, column: str, values: Sequence[Any]) -> None:
        """As ``any_of``, for a column that facets have as well."""
        if values:
            self.common.append(one_of(f"c.{column}", values))

    def facet(self, name: str, values: Sequence[str]) -> None:
        """The item has one of ``values`` for the facet ``name``; empty: any."""
        if values:
            self.facets.append(FacetTerm(name, tuple(Term("%s", (value,)) for value in values)))

    def named(self, name: str, values: Sequence[str], locale: str | None) -> None:
        """As ``facet``, by translation keys, which name a thing in all languages, by ids (digits alone) or public slugs.

        A slug that names two things in two languages means the one in ``locale``.
        """
        if values:
            self.facets.append(FacetTerm(name, tuple(_key(name, value, locale) for value in values)))

    @property
    def undated(self) -> "Condition":
        """The same for items of any date."""
        return replace(self, since=None, until=None)

    @property
    def _shared(self) -> list[Term]:
        """What holds for columns that items and facets share, dates included."""
        dates = [Term("c.date >= %s", (self.since,))] if self.since is not None else []
        if self.until is not None:
            dates.append(Term("c.date < %s", (self.until,)))
        return [*([self.collection] if self.collection else []), *self.common, *dates]

    @property
    def where(self) -> Term:
        """The whole conjunction over ``public_content c``."""
        searched = [self.search.holds_for("c.id")] if self.search is not None else []
        implied = self.collection if self.of_type else None
        return _all([*searched, *(term for term in self._beside_search if term is not implied)])

    @property
    def _beside_search(self) -> list[Term]:
        return [*self._shared, *self.own, *(facet.holds_for("c.id") for facet in self.facets)]

    @property
    def key(self) -> tuple[Any, ...]:
        """What tells two conditions apart."""
        where = self.where
        return (where.sql, where.params)

    def window(self, order: Order, limit: int | None, offset: int = 0) -> Window:
        """The items in ``order``, by the shortest walk. Only a search can be ordered by relevance."""
        if self.search is not None:
            source, where = self._searched(self.search, order)
            return Window(
                where=where.sql,
                params=(*source.params, *where.params),
                order=order.sql,
                limit=limit,
                offset=offset,
                source=source.sql,
                found=("relevance",) if order.by_relevance else (),
            )
        walk = self._walk() if not self.own and order.in_facets else None
        if walk is None:
            where = self.where
            return Window(where=where.sql, params=where.params, order=order.sql, limit=limit, offset=offset)
        others = [facet.holds_for("c.item_id") for facet in self.facets if facet is not walk]
        where = _all([walk.matches("c"), *self._shared, *others])
        return Window(
            where=where.sql,
            params=where.params,
            order=order.sql,
            limit=limit,
            offset=offset,
            source="public_facet",
            key="item_id",
        )

    def _searched(self, search: Matching, order: Order) -> tuple[Term, Term]:
        """What is searched, and the conditions beside."""
        return search.source(whole=bool(self.own) or not order.in_search), _all(self._beside_search)

    def _walk(self) -> FacetTerm | None:
        """The facet to walk along: one value, of those that divide most finely."""
        single = [facet for facet in self.facets if len(facet.values) == 1]
        return min(single, key=lambda facet: facet.name in ("kind", "year", "state"), default=None)

    def dates(self) -> Term:
        """A statement for the dates of the items, one row for each."""
        if self.search is not None:
            source, where = self._searched(self.search, Order((), ""))
            return Term(
                f"SELECT c.date FROM {source.sql} c WHERE {where.sql}", (*source.params, *where.params)
            )
        if self.own or self._walk() is None:
            where = self.where
            return Term(f"SELECT c.date FROM public_content c WHERE {where.sql}", where.params)
        # Each facet is one range of one index; their sets of items are met, whatever is estimated of them.
        each = [_all([facet.matches("c"), *self._shared]) for facet in self.facets]
        columns = "c.date" if len(each) == 1 else "c.date, c.item_id"
        met = " INTERSECT ".join(f"SELECT {columns} FROM public_facet c WHERE {one.sql}" for one in each)
        return Term(met, tuple(param for one in each for param in one.params))

    def counted(self) -> Term:
        """A statement's expression for the number of items."""
        dates = self.dates()
        return Term(f"(SELECT count(*) FROM ({dates.sql}) counted)", dates.params)


def _all(terms: Sequence[Term]) -> Term:
    return Term(
        " AND ".join(term.sql for term in terms) or "1 = 1",
        tuple(param for term in terms for param in term.params),
    )


def one_of(column: str, values: Sequence[Any]) -> Term:
    """The column has one of ``values``, of which there is at least one."""
    if len(values) == 1:
        return Term(f"{column} = %s", (values[0],))
    return Term(f"{column} IN ({', '.join(['%s'] * len(values))})", tuple(values))


def one_of_ids(column: str, ids: Sequence[int]) -> Term:
    """As ``one_of``, in as many places as a power of two, so that few statements are prepared.

    The last id fills the rest.
    """
    places = 1 << (len(ids) - 1).bit_length()
    return one_of(column, [*ids, *[ids[-1]] * (places - len(ids))])


def _key(name: str, value: str, locale: str | None) -> Term:
    if is_key(value):
        return Term("%s", (value.lower(),))
    collection, prefix = NAMED[name]
    if value.isdecimal():
        return Term(
            f"(SELECT substr(t.object_key, {len(prefix) + 1}) FROM public_content t"
            " WHERE t.collection = %s AND t.public_id = %s LIMIT 1)",
            (collection, min(int(value), LARGEST_ID)),
        )
    # One row of one index, read before the walk begins.
    return Term(
        f"(SELECT substr(t.object_key, {len(prefix) + 1}) FROM public_content t WHERE t.collection = %s AND t.slug = %s"
        " ORDER BY CASE WHEN t.locale = %s THEN 0 ELSE 1 END, t.locale, t.public_id LIMIT 1)",
        (collection, value, locale or ""),
    )


def is_key(value: str) -> bool:
    """Whether it is written as a translation key."""
    try:
        return str(UUID(value)) == value.lower()
    except ValueError:
        return False
