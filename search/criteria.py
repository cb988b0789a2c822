"""Which items a list holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connections

from cms.contract.publishable import registry
from cms.store.connection import READER
from search.condition import Condition, one_of
from search.fulltext import Search
from search.matching import matching
from search.tree import Standing, add_standing


@dataclass(frozen=True, slots=True)
class RelatedId:
    """An item by its id, in the first of ``collections`` that has it."""

    collections: tuple[str, ...]
    public_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What every item of a list fulfils. Several values of one criterion: any of them; empty or None: all items.

    ``collection`` is "pages", "images" …; ``types`` within it. ``topics``, ``places``, ``people`` and ``collections``
    take translation keys or slugs. ``translation_of`` is the id of a page in one language; its other languages are
    meant. ``fields`` are the plain fields that have exactly this value, as ``filter_text`` writes it; ``related`` the
    relations that lead to the object with this key, ``related_ids`` those that lead to the item with this id. ``standing``
    says where in the tree of pages. ``all_tags`` are tags that an item has all of. Dates are [date_from, date_until), aware.
    """

    collection: str = ""
    types: Sequence[str] = ()
    locale: str | None = None
    public_ids: Sequence[int] = ()
    slug: str | None = None
    title: str | None = None
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
    updated_since: datetime | None = None
    search: Search | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    related: Mapping[str, str] = field(default_factory=dict)
    related_ids: Mapping[str, RelatedId] = field(default_factory=dict)
    all_tags: Sequence[str] = ()
    standing: Sequence[Standing] = ()

    def condition(self) -> Condition:
        """The criteria as a condition over public items."""
        found = Condition()
        collections = {self.collection} if self.collection else collections_of(self.types)
        if collections:
            found.collection = one_of("c.collection", sorted(collections))
        found.any_of_common("locale", () if self.locale is None else (self.locale,))
        if not all(set(self.types) >= types_of(collection) for collection in collections):
            found.any_of_common("type", self.types)
            found.of_type = len(self.types) == 1
        found.any_of_common("public_id", self.public_ids)
        if self.date_from is not None:
            found.since = moment(self.date_from)
        if self.date_until is not None:
            found.until = moment(self.date_until)
        found.any_of("slug", () if self.slug is None else (self.slug,))
        if self.updated_since is not None:
            found.add("c.updated_at >= %s", moment(self.updated_since))
        if self.translation_of is not None:
            same = "SELECT p.object_key FROM public_content p WHERE p.collection = %s AND p.public_id = %s"
            found.add(
                f"c.object_key = ({same}) AND c.public_id <> %s",
                *(self.collection or "pages", self.translation_of, self.translation_of),
            )
        for standing in self.standing:
            add_standing(found, standing)
        if self.search is not None:
            found.search = matching(self.search, self.locale)
        self._facets(found)
        return found

    def _facets(self, found: Condition) -> None:
        found.facet("title", () if self.title is None else (self.title,))
        found.facet("tag", self.tags)
        for tag in self.all_tags:
            found.facet("tag", (tag,))
        for name, values in (
            ("topic", self.topics),
            ("place", self.places),
            ("person", self.people),
            ("collection", self.collections),
        ):
            found.named(name, values, self.locale)
        for name, value in self.fields.items():
            found.facet(name, (value,))
        for name, key in self.related.items():
            found.add(
                "c.id IN (SELECT r.item_id FROM public_reference r WHERE r.field = %s AND r.target_key = %s)",
                name,
                key,
            )
        for name, wanted in self.related_ids.items():
            add_related(found, name, wanted)
        found.facet("year", [str(year) for year in self.years])
        found.facet("state", self.states)
        found.facet("kind", self.kinds)


def add_related(found: Condition, name: str, wanted: RelatedId) -> None:
    """A relation leads to the item with this id: the one that an answer shows there."""
    of_collections = one_of("p.collection", wanted.collections)
    found.add(
        "c.id IN (SELECT r.item_id FROM public_reference r WHERE r.field = %s AND r.target_public_id = %s"
        f" AND r.target_key IN (SELECT p.object_key FROM public_content p WHERE {of_collections.sql} AND p.public_id = %s))",
        *(name, wanted.public_id, *of_collections.params, wanted.public_id),
    )


def collections_of(types: Sequence[str]) -> set[str]:
    """The collections that public types are in."""
    return {registry.types[name].public_collection for name in types if name in registry.types}


def types_of(collection: str) -> set[str]:
    """The public types in a collection."""
    return {name for name, cls in registry.types.items() if cls.public_collection == collection}


def moment(value: datetime) -> Any:
    """An aware datetime as the readers' database compares it."""
    return connections[READER].ops.adapt_datetimefield_value(value)
