"""From arguments to what is looked up or listed. Every value is checked here, none in the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from cms.contract.fields import public_fields
from cms.contract.publishable import registry
from cms.graphql.arguments import Given
from cms.graphql.items import codes
from cms.graphql.schema import PAGES, Root
from cms.store.rendering import PER_LANGUAGE
from search import periods
from search.changes import Place
from search.criteria import Criteria, types_of
from search.cursor import LONGEST, Cursor, Malformed
from search.fulltext import Search, Unsearchable, parse
from search.ordering import RELEVANCE
from search.tree import written_path


@dataclass(slots=True)
class Lookup:
    """One item of a collection, by exactly one of id, path and slug.

    ``locale``: in that language or not at all; ``prefer``: in that one if there is one.
    """

    collection: str
    number: int | None = None
    path: str | None = None
    slug: str | None = None
    locale: str | None = None
    prefer: str | None = None
    given: Given | None = None


@dataclass(slots=True)
class List:
    """A part of a list. ``facets``: for each response key, the facets that are counted.

    ``types`` are those of a list about a topic, a person or a place, whose ``criteria`` are known when that is read.
    """

    first: int
    order: tuple[str, ...] = ("-date",)
    after: Cursor | None = None
    criteria: Criteria = field(default_factory=Criteria)
    types: tuple[str, ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    language: str = ""


@dataclass(slots=True)
class Feed:
    """A window of what changed since a place; without one nothing, and from where on to ask."""

    first: int
    since: Place | None
    given: Given


Asked = Lookup | List | Feed


def lookup_of(root: Root, given: Given, language: str) -> Lookup:
    """The item that a root field asks for."""
    found = Lookup(root.collection, locale=given.values.get("locale"), prefer=language, given=given)
    way = given.exactly_one(*(name for name in ("id", "path", "slug") if name in given.known))
    if way == "id":
        found.number = given.number("id")
    elif way == "path":
        text = given.text("path", longest=2_000) or ""
        try:
            found.path = written_path(text)
        except ValueError:
            raise given.wrong("path", text, _("Write the path alone, like /fr/actualites/.")) from None
    else:
        found.slug = given.text("slug")
    return found


def feed_of(given: Given) -> Feed:
    """The window of changes that a field asks for."""
    text = given.text("since", longest=LONGEST)
    try:
        place = None if text is None else Place.read(text)
    except Malformed:
        raise given.wrong("since", text, _("Give what “next” of an answer about changes said.")) from None
    return Feed(given.first(), place, given)


def list_of(root: Root, given: Given, language: str) -> List:
    """The part of a list that a field asks for."""
    search = _search(given)
    order = _order(given, search)
    found = List(given.first(), order, given.after(order))
    found.language = given.values.get("locale") or language
    if not root.collection:
        found.types = tuple(given.values.get("type") or ())
        return found
    date_from, date_until = given.period()
    locale = given.values.get("locale")
    types = tuple(given.values.get("type") or root.types)
    found.criteria = Criteria(
        collection=root.collection,
        types=types,
        search=search,
        locale=locale or (None if root.collection in PER_LANGUAGE else language),
        slug=given.text("slug"),
        translation_of=given.number("translationOf") if "translationOf" in given else None,
        kinds=_codes(given, "kind", types),
        states=_codes(given, "state", types),
        topics=given.texts("topic"),
        tags=given.texts("tag"),
        places=given.texts("place"),
        people=given.texts("person"),
        collections=given.texts("collection"),
        date_from=date_from,
        date_until=date_until,
        updated_since=given.moment("updatedSince", periods.beginning),
    )
    return found


def _search(given: Given) -> Search | None:
    text = given.text("search")
    if text is None:
        return None
    try:
        return parse(text, given.values["searchOperator"])
    except Unsearchable as error:
        raise given.wrong("search", text, error.rule) from None


def _order(given: Given, search: Search | None) -> tuple[str, ...]:
    order = tuple(given.values.get("order") or ("-date" if search is None else RELEVANCE,))
    if search is None and RELEVANCE in order:
        rule = _("Only what is found can be ordered by relevance: give “search” as well.")
        raise given.wrong("order", RELEVANCE, rule)
    if len({name.removeprefix("-") for name in order}) < len(order):
        raise given.wrong("order", ", ".join(order), _("Name each order once."))
    return order


def _codes(given: Given, name: str, types: Sequence[str]) -> tuple[str, ...]:
    """Codes of the types asked for. The enum holds those of all types."""
    values: tuple[Any, ...] = tuple(given.values.get(name) or ())
    if not values:
        return ()
    allowed = {
        code
        for public_type in types or types_of(PAGES)
        if (declared := public_fields(registry.types[public_type]).get(name))
        for code in codes(declared.annotation)
    }
    for value in values:
        if value not in allowed:
            rule = _("The types asked for have: %(names)s.") % {"names": ", ".join(sorted(allowed)) or "–"}
            raise given.wrong(name, value, rule)
    return values
