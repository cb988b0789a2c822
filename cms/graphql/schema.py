"""The schema: one root field for each way to find an item, one for each list.

It is made once, from the declarations; ``sdl`` writes it as text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from django.utils.translation import override
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLID,
    GraphQLInt,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    print_schema,
)

from cms.contract.publishable import registry
from cms.graphql import names
from cms.graphql.arguments import MOST_ITEMS, Arguments, connection_arguments, many
from cms.graphql.items import Items, by_response_key
from cms.graphql.lists import changes_type
from search.condition import NAMED
from search.ordering import ORDERS, RELEVANCE

PAGES = "pages"
# Facets that items other than pages are found by.
MEDIA_FACETS = {"videos": ("topic", "place", "collection")}
DAY_OR_MOMENT = "A day (2026-01-31, in the newsroom's zone) or a moment with its zone."


@dataclass(frozen=True, slots=True)
class Root:
    """What a root field reads: ``one`` item or a ``list``, of which collection and, in it, of which types; ``changes``."""

    way: Literal["one", "list", "changes"]
    collection: str = ""
    types: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def schema() -> GraphQLSchema:
    """The schema of this process. Raises ImproperlyConfigured for declarations that GraphQL cannot say."""
    with override("en"):
        items = Items()
        made = GraphQLSchema(
            query=GraphQLObjectType("Query", _roots(items), description="What is public now."),
            types=[items.item, items.page, *items.types.values()],
            description="The newsroom, for reading. What is not public at the instant of the answer is not in it.",
        )
        for type_ in made.type_map.values():
            getattr(type_, "fields", None)  # made now, in English, and not by the first request
    return made


def sdl() -> str:
    """The schema in GraphQL's schema definition language, as it is committed in ``docs/schema.graphql``."""
    return print_schema(schema()) + "\n"


def _roots(items: Items) -> dict[str, GraphQLField]:
    order = _order_enum()
    found: dict[str, GraphQLField] = {}
    found["page"] = _one(items.page, PAGES, _page_lookups(items))
    found["pages"] = _list(
        items, items.page, PAGES, (), {**_page_filters(items, order), "type": _any(items.page_type_enum)}
    )
    for public_type in sorted(items.pages):
        type_ = items.types[public_type]
        found[names.page_list(type_.name)] = _list(
            items, type_, PAGES, (public_type,), _page_filters(items, order)
        )
    for public_type, type_ in items.types.items():
        if public_type not in items.pages:
            collection = registry.types[public_type].public_collection
            found[_singular(collection)] = _one(type_, collection, _lookups(items, collection))
            found[collection] = _list(
                items, type_, collection, (public_type,), _filters(items, order, collection)
            )
    found["changes"] = _changes(items)
    return found


def _changes(items: Items) -> GraphQLField:
    args = {
        "since": GraphQLArgument(GraphQLString, description="What `next` of an earlier answer said."),
        "first": GraphQLArgument(
            GraphQLInt, default_value=MOST_ITEMS, description=f"How many, 0 to {MOST_ITEMS}."
        ),
    }
    return GraphQLField(
        GraphQLNonNull(changes_type(items.output.enums["Locale"])),
        args=args,
        resolve=by_response_key,
        description="What was written or withdrawn, appeared or expired since then; without `since` nothing.",
        extensions={"root": Root("changes")},
    )


def _order_enum() -> GraphQLEnumType:
    values = {
        f"{name}{suffix}": f"{sign}{name}"
        for name in ORDERS
        for suffix, sign in (("", ""), ("_desc", "-"))
        if (name, sign) != (RELEVANCE, "-")  # the least relevant first is of use to nobody
    }
    return GraphQLEnumType("Order", values, description="What a list is ordered by; `_desc`: descending.")


def _singular(collection: str) -> str:
    irregular = {"people": "person"}
    return irregular.get(collection, collection.removesuffix("s"))


def _one(type_: Any, collection: str, lookups: Arguments) -> GraphQLField:
    return GraphQLField(
        type_,
        args=lookups,
        resolve=by_response_key,
        description="One item; null when nothing public is found.",
        extensions={"root": Root("one", collection)},
    )


def _list(
    items: Items, type_: Any, collection: str, types: Iterable[str], filters: Arguments
) -> GraphQLField:
    return GraphQLField(
        GraphQLNonNull(items.connection(type_)),
        args={**filters, **connection_arguments()},
        resolve=by_response_key,
        extensions={"root": Root("list", collection, tuple(types))},
    )


def _any(type_: Any) -> GraphQLArgument:
    return GraphQLArgument(many(type_))


def _locale(items: Items, description: str) -> GraphQLArgument:
    return GraphQLArgument(items.output.enums["Locale"], description=description)


def _page_lookups(items: Items) -> Arguments:
    return {
        "id": GraphQLArgument(GraphQLID, description="Names a page in one language."),
        "path": GraphQLArgument(GraphQLString, description="Its path on the public site: /fr/actualites/."),
        "slug": GraphQLArgument(GraphQLString, description="The last part of its path."),
        "locale": _locale(items, "The page found, in this language; null where it is not public in it."),
    }


def _lookups(items: Items, collection: str) -> Arguments:
    if collection in (named for named, _prefix in NAMED.values()):
        found = _page_lookups(items)
        del found["path"]
        found["id"] = GraphQLArgument(GraphQLID, description="Names it in one language.")
        return found
    locale = "The language of its texts and of what it refers to, or null; without it, Accept-Language prefers one."
    return {"id": GraphQLArgument(GraphQLNonNull(GraphQLID)), "locale": _locale(items, locale)}


def _filters(items: Items, order: GraphQLEnumType, collection: str) -> Arguments:
    locale = "Items in this language alone, and what they refer to in it."
    found = {
        "locale": _locale(items, locale),
        "slug": GraphQLArgument(GraphQLString),
        "dateFrom": GraphQLArgument(GraphQLString, description=DAY_OR_MOMENT),
        "dateTo": GraphQLArgument(GraphQLString, description=f"{DAY_OR_MOMENT} Included."),
        "updatedSince": GraphQLArgument(GraphQLString, description=DAY_OR_MOMENT),
        "search": GraphQLArgument(
            GraphQLString, description="These words in any form, and phrases between double quotes exactly."
        ),
        "searchOperator": GraphQLArgument(
            items.operator,
            default_value="and",
            description="Whether all words and phrases are meant, or any.",
        ),
        "order": GraphQLArgument(
            many(order), description="Without it `date_desc`, or where something is searched for `relevance`."
        ),
    }
    for facet in MEDIA_FACETS.get(collection, ()):
        found[facet] = GraphQLArgument(
            many(GraphQLString), description="Keys (the same in both languages) or slugs; any of them."
        )
    return found


def _page_filters(items: Items, order: GraphQLEnumType) -> Arguments:
    found = _filters(items, order, PAGES)
    for name in ("kind", "state"):
        found[name] = _any(items.output.enums.get(names.pascal(name), GraphQLString))
    for facet in NAMED:
        found[facet] = GraphQLArgument(
            many(GraphQLString), description="Keys (the same in both languages) or slugs; any of them."
        )
    found["tag"] = GraphQLArgument(many(GraphQLString))
    found["translationOf"] = GraphQLArgument(GraphQLID, description="The other languages of this page.")
    return found
