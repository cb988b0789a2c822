"""The collections of the interface: which types each holds, what it can be asked for and what it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from cms.api import filters, parameters, problems, searching
from cms.api.levels import HEAD, Level, card_level, item_level
from cms.api.query import Parameter, Query
from cms.contract.fields import public_fields
from cms.contract.meta import STUB, meta_types
from cms.contract.publishable import Publishable, registry
from cms.store.reading import Columns
from search.criteria import Criteria, RelatedId
from search.tree import Standing

STUB_NAMES = frozenset((*HEAD, *STUB))
# Wagtail leaves these to details.
IN_DETAIL_ALONE = frozenset({"parent"})
IN_LIST: tuple[Parameter[Any], ...] = (
    parameters.LOCALE,
    parameters.FIELDS,
    parameters.LIMIT,
    parameters.OFFSET,
    parameters.CURSOR,
    parameters.ORDER,
    searching.SEARCH,
    searching.SEARCH_OPERATOR,
    parameters.UPDATED_SINCE,
    parameters.LISTED_ID,
    parameters.TITLE,
)
IN_VOCABULARY: tuple[Parameter[Any], ...] = (*IN_LIST, parameters.SLUG, parameters.TRANSLATION_OF)
IN_PAGES: tuple[Parameter[Any], ...] = (
    *(parameters.TYPE, *IN_LIST, parameters.SLUG, parameters.TRANSLATION_OF),
    *(parameters.CHILD_OF, parameters.DESCENDANT_OF, parameters.ANCESTOR_OF),
    *(
        parameters.KIND,
        parameters.TOPIC,
        parameters.PLACE,
        parameters.PERSON,
        parameters.TAG,
        parameters.TAGS,
    ),
    *(parameters.DATE_FROM, parameters.DATE_TO, parameters.FACETS),
)
IN_VIDEOS: tuple[Parameter[Any], ...] = (
    *(*IN_LIST, parameters.TOPIC, parameters.PLACE, parameters.COLLECTION),
    *(parameters.DATE_FROM, parameters.DATE_TO, parameters.FACETS),
)


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """A collection: its name in addresses, and the parameters of its list.

    ``per_language``: its ids name an object in one language; else ``locale`` chooses the language. ``facets`` are what
    its lists can be counted by, ``shown`` what its lists show beside the stub.
    """

    name: str
    own: tuple[Parameter[Any], ...]
    per_language: bool = False
    facets: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    @property
    def types(self) -> Mapping[str, type[Publishable]]:
        """The types in it, by public type."""
        return {name: cls for name, cls in registry.types.items() if cls.public_collection == self.name}

    @property
    def meta(self) -> Sequence[str]:
        """The names within ``meta`` of its types."""
        return tuple(dict.fromkeys(name for cls in self.types.values() for name in meta_types(cls)))

    @property
    def in_list(self) -> Sequence[Parameter[Any]]:
        """The parameters of its list: its own, and one for each field that it can be filtered by."""
        return (*self.own, *self.filters.values())

    def refuse(self, name: str, text: str) -> None:
        """Raise Problem for a declared field that its lists cannot be filtered by."""
        if any(name in public_fields(cls) for cls in self.types.values()):
            raise problems.not_filterable(name, text, sorted(self.filters))

    @property
    def filters(self) -> Mapping[str, Parameter[Any]]:
        """The filters by declared fields, by name."""
        return _filters(self)

    @property
    def in_detail(self) -> Sequence[Parameter[Any]]:
        """The parameters of one item's address."""
        return (parameters.FIELDS,) if self.per_language else (parameters.FIELDS, parameters.LOCALE)

    def level(self, types: Sequence[str], *, in_list: bool) -> Level:
        """The names that ``fields`` may ask for."""
        return _level(self, tuple(types), in_list)

    def stub(self, types: Sequence[str]) -> frozenset[str]:
        """The names that stubs of these types show."""
        return STUB_NAMES & self.level(types, in_list=True).names.keys()

    def columns(self, types: Sequence[str], names: frozenset[str]) -> Columns:
        """The smallest stored text that holds ``names`` as whole answers do."""
        return next((text for text, held in _held(self, tuple(types)).items() if names <= held), "whole")


# Derived from declarations that stand still once the process has started.
@lru_cache(maxsize=32)
def _filters(of: Collection) -> Mapping[str, Parameter[Any]]:
    return filters.of_types(of.types.values(), frozenset(parameter.name for parameter in of.own))


@lru_cache(maxsize=256)
def _level(of: Collection, types: tuple[str, ...], in_list: bool) -> Level:
    classes = [of.types[name] for name in types]
    said = {name for cls in classes for name in meta_types(cls)}
    meta = [name for name in of.meta if name in said]
    if not in_list:
        return item_level(classes, meta, None)
    meta = [name for name in meta if name not in IN_DETAIL_ALONE]
    return item_level(classes, meta, frozenset((*HEAD, *(name for name in STUB if name in meta), *of.shown)))


@lru_cache(maxsize=256)
def _held(of: Collection, types: tuple[str, ...]) -> dict[Columns, frozenset[str]]:
    """The names that each stored text of all these types holds, from the smallest to the largest."""
    cards = [frozenset(card_level([of.types[name]]).names) for name in types]
    bodies = {
        name for of_type in types for name, field in public_fields(of.types[of_type]).items() if field.is_body
    }
    every = frozenset(of.level(types, in_list=False).names)
    return {
        "stub": STUB_NAMES,
        # A card's languages are those of its own values alone.
        "card": frozenset.intersection(*cards) - {"languages"},
        "payload": every - bodies,
    }


PAGES = Collection(
    "pages",
    IN_PAGES,
    per_language=True,
    facets=("kind", "state", "topic", "place", "person", "tag", "year", "type", "locale"),
)
IMAGES = Collection("images", IN_LIST)
DOCUMENTS = Collection("documents", IN_LIST)
VIDEOS = Collection("videos", IN_VIDEOS, facets=("topic", "place", "collection", "year"))
TOPICS = Collection("topics", IN_VOCABULARY, per_language=True)
PEOPLE = Collection("people", IN_VOCABULARY, per_language=True)
PLACES = Collection("places", IN_VOCABULARY, per_language=True)
REDIRECTS = Collection("redirects", IN_LIST, per_language=True, shown=("old_path", "location"))
COLLECTIONS = (PAGES, IMAGES, DOCUMENTS, VIDEOS, TOPICS, PEOPLE, PLACES, REDIRECTS)
FIND: tuple[Parameter[Any], ...] = (parameters.HTML_PATH, parameters.ID, *PAGES.in_detail)


def asked_types(collection: Collection, query: Query) -> tuple[str, ...]:
    """The types that ``type`` names, all of the collection's without it. Raises Problem for a type it has not."""
    allowed = sorted(collection.types)
    for name in query[parameters.TYPE]:
        if name not in allowed:
            rule = _("The types here are: %(names)s.") % {"names": ", ".join(allowed)}
            raise problems.invalid_value("type", name, rule, allowed=allowed, suggest=True)
    return query[parameters.TYPE] or tuple(allowed)


def check_kinds(collection: Collection, types: Sequence[str], kinds: Sequence[str]) -> None:
    """Raise Problem for a kind that none of the types has."""
    allowed = sorted({kind for name in types for kind in _kinds(collection.types[name])}) if kinds else []
    for kind in kinds:
        if kind not in allowed:
            rule = _("The kinds of these types are: %(names)s.") % {"names": ", ".join(allowed)}
            if not allowed:
                rule = _("None of these types has kinds.")
            raise problems.invalid_value("kind", kind, rule, allowed=allowed, suggest=True)


def _kinds(model: type[Any]) -> list[str]:
    for field in model._meta.get_fields():
        if field.name == "kind" and getattr(field, "choices", None):
            return [str(value) for value, _label in field.choices]
    return []


def criteria(collection: Collection, query: Query, locale: str | None) -> Criteria:
    """What the list is limited to. Raises Problem for values that do not go together."""
    types = asked_types(collection, query)
    _check_together(query)
    check_kinds(collection, types, query[parameters.KIND])
    date_from, date_until = query[parameters.DATE_FROM], query[parameters.DATE_TO]
    if date_from is not None and date_until is not None and date_from >= date_until:
        text = query.texts[parameters.DATE_TO.name]
        raise problems.invalid_value("date_to", text, _("It may not lie before date_from."))
    number = query[parameters.LISTED_ID]
    return Criteria(
        collection=collection.name,
        types=types,
        locale=locale,
        public_ids=() if number is None else (number,),
        title=query[parameters.TITLE],
        slug=query[parameters.SLUG],
        translation_of=query[parameters.TRANSLATION_OF],
        kinds=query[parameters.KIND],
        topics=query[parameters.TOPIC],
        places=query[parameters.PLACE],
        people=query[parameters.PERSON],
        collections=query[parameters.COLLECTION],
        tags=query[parameters.TAG],
        all_tags=query[parameters.TAGS],
        date_from=date_from,
        date_until=date_until,
        updated_since=query[parameters.UPDATED_SINCE],
        standing=standing(query),
        search=searching.searched(query),
        **_field_filters(collection, types, query),
    )


def standing(query: Query) -> tuple[Standing, ...]:
    """Where in the tree the pages of a list stand."""
    child_of, descendant_of = query[parameters.CHILD_OF], query[parameters.DESCENDANT_OF]
    found = []
    if child_of is not None:
        found.append(Standing("child_of", None if child_of == "root" else child_of))
    if descendant_of is not None:
        found.append(Standing("descendant_of", None if descendant_of == "root" else descendant_of))
    if query[parameters.ANCESTOR_OF] is not None:
        found.append(Standing("ancestor_of", query[parameters.ANCESTOR_OF]))
    return tuple(found)


def facets(collection: Collection, query: Query) -> tuple[str, ...]:
    """What to count. Raises Problem for names that cannot be counted here."""
    for name in query[parameters.FACETS]:
        if name not in collection.facets:
            rule = _("What can be counted here: %(names)s.") % {"names": ", ".join(collection.facets)}
            raise problems.invalid_value("facets", name, rule, allowed=collection.facets, suggest=True)
    return tuple(dict.fromkeys(query[parameters.FACETS]))


def _check_together(query: Query) -> None:
    cursor = query[parameters.CURSOR]
    if cursor is not None and parameters.OFFSET in query:
        raise problems.not_together("cursor", query.texts["cursor"], "offset")
    if cursor is not None and cursor.orders != searching.order(query):
        rule = _("It continues a list in the order %(order)s: ask for that order.")
        rule = rule % {"order": ",".join(cursor.orders)}
        raise problems.invalid_value("cursor", query.texts["cursor"], rule)
    if query[parameters.CHILD_OF] is not None and query[parameters.DESCENDANT_OF] is not None:
        raise problems.not_together("descendant_of", query.texts["descendant_of"], "child_of")


def _field_filters(collection: Collection, types: Sequence[str], query: Query) -> dict[str, Any]:
    given = {name: query[parameter] for name, parameter in collection.filters.items() if parameter in query}
    allowed = filters.filterable(collection.types[name] for name in types) if given else set()
    for name in given:
        if name not in allowed:
            raise problems.not_filterable(name, query.texts[name], sorted(allowed))
    related = {name: value for name, value in given.items() if isinstance(value, RelatedId)}
    return {
        "related_ids": related,
        "fields": {name: value for name, value in given.items() if name not in related},
    }
