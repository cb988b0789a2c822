"""Which items a list holds, and that as SQL over the readers' views."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connections

from cms.store.reading import READER
from search.page_types import page_types


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What every item of a list fulfils. Several values of one criterion: any of them; empty or None: all items.

    ``topics``, ``places``, ``people`` and ``collections`` take translation keys or slugs. ``translation_of`` is the id
    of a page in one language; its other languages are meant. Dates are [date_from, date_until), aware.
    """

    types: Sequence[str] = ()
    locale: str | None = None
    public_ids: Sequence[int] = ()
    slug: str | None = None
    translation_of: int | None = None
    kinds: Sequence[str] = ()
    states: Sequence[str] = ()
    topics: Sequence[str] = ()
    tags: Sequence[str] = ()
    places: Sequence[str] = ()
    people: Sequence[str] = ()
    collections: Sequence[str] = ()
    years: Sequence[int] = ()
    date_from: datetime | None = None
    date_until: datetime | None = None

    def condition(self) -> "Condition":
        """The criteria as SQL over ``public_content c``."""
        found = Condition()
        found.any_of("c.type", self.types)
        found.any_of("c.locale", () if self.locale is None else (self.locale,))
        found.any_of("c.public_id", self.public_ids)
        found.any_of("c.slug", () if self.slug is None else (self.slug,))
        if self.translation_of is not None:
            found.translations(self.translation_of)
        found.facet("kind", self.kinds)
        found.facet("state", self.states)
        found.facet("tag", self.tags)
        found.facet("year", [str(year) for year in self.years])
        for name, values in (
            ("topic", self.topics),
            ("place", self.places),
            ("person", self.people),
            ("collection", self.collections),
        ):
            found.named(name, values)
        if self.date_from is not None:
            found.add("c.date >= %s", moment(self.date_from))
        if self.date_until is not None:
            found.add("c.date < %s", moment(self.date_until))
        return found


# Facets whose values are translation keys: the type of what they name, and the prefix of its object keys.
NAMED = {
    "topic": ("vocabulary.Topic", "topic:"),
    "place": ("vocabulary.Place", "place:"),
    "person": ("vocabulary.Person", "person:"),
    "collection": ("media_library.VideoCollectionPage", "page:"),
}


@dataclass(slots=True)
class Condition:
    """A conjunction in SQL, with its parameters in order."""

    terms: list[str] = field(default_factory=list)
    params: list[Any] = field(default_factory=list)

    @property
    def sql(self) -> str:
        """The conjunction; true when it is empty."""
        return " AND ".join(self.terms) or "1 = 1"

    def add(self, term: str, *params: Any) -> None:
        """Add a term with %s for ``params``. It never holds user text."""
        self.terms.append(term)
        self.params.extend(params)

    def any_of(self, column: str, values: Sequence[Any]) -> None:
        """The column has one of ``values``; empty: any."""
        if len(values) == 1:
            self.add(f"{column} = %s", values[0])
        elif values:
            self.add(f"{column} IN ({_marks(values)})", *values)

    def facet(self, name: str, values: Sequence[str]) -> None:
        """The item has one of ``values`` for the facet ``name``; empty: any."""
        if values:
            self.add(
                f"c.id IN (SELECT f.item_id FROM public_facet f WHERE f.facet = %s AND f.value IN ({_marks(values)}))",
                name,
                *values,
            )

    def named(self, name: str, values: Sequence[str]) -> None:
        """As ``facet``, by translation keys, which name a thing in all languages, or by public slugs in any."""
        if not values:
            return
        keys = [value.lower() for value in values if _is_key(value)]
        slugs = [value for value in values if not _is_key(value)]
        type_, prefix = NAMED[name]
        ways = []
        if keys:
            ways.append(f"f.value IN ({_marks(keys)})")
        if slugs:
            key = f"substr(t.object_key, {len(prefix) + 1})"
            ways.append(
                f"f.value IN (SELECT {key} FROM public_content t WHERE t.type = %s AND t.slug IN ({_marks(slugs)}))"
            )
        self.add(
            f"c.id IN (SELECT f.item_id FROM public_facet f WHERE f.facet = %s AND ({' OR '.join(ways)}))",
            *(name, *keys),
            *((type_, *slugs) if slugs else ()),
        )

    def translations(self, page: int) -> None:
        """The other languages of the public page with this id."""
        page_itself = page_with_id(page)
        key = f"SELECT p.object_key FROM public_content p WHERE {page_itself.sql}"
        self.add(f"c.object_key = ({key}) AND c.public_id <> %s", *page_itself.params, page)

    def prefer(self, locale: str) -> None:
        """The item in ``locale``, or in another language where that one is not public."""
        same = "SELECT 1 FROM public_content o WHERE o.object_key = c.object_key AND o.locale = %s"
        self.add(f"(c.locale = %s OR NOT EXISTS ({same}))", locale, locale)


def page_with_id(page: int) -> Condition:
    """The page with this id, over ``public_content p``."""
    found = Condition()
    found.any_of("p.type", sorted(page_types()))
    found.add("p.public_id = %s", page)
    return found


def _marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


def _is_key(value: str) -> bool:
    try:
        return str(UUID(value)) == value.lower()
    except ValueError:
        return False


def moment(value: datetime) -> Any:
    """An aware datetime as the readers' database compares it."""
    return connections[READER].ops.adapt_datetimefield_value(value)
