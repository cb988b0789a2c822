"""The parts of lists that are made for an answer and stored nowhere: where they end, counts, changes."""

from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLID,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLString,
)

from cms.graphql.scalars import DATE_TIME
from cms.graphql.types import enum


def every(type_: Any) -> GraphQLNonNull[Any]:
    """The type of a list whose values are all there."""
    return GraphQLNonNull(GraphQLList(GraphQLNonNull(type_)))


def given(type_: GraphQLOutputType, key: str, description: str | None = None) -> GraphQLField:
    """A field of what is made for an answer and stored nowhere: connections and their parts."""
    return GraphQLField(
        type_,
        resolve=lambda source, _info: source[key],
        description=description,
        extensions={"given": key},
    )


def changes_type(locale: GraphQLEnumType) -> GraphQLObjectType:
    """The window of a feed of changes."""
    change = GraphQLObjectType(
        "Change",
        lambda: {
            "id": given(GraphQLNonNull(GraphQLID), "id"),
            "type": given(GraphQLNonNull(GraphQLString), "type"),
            "locale": given(GraphQLNonNull(locale), "locale"),
            "change": given(GraphQLNonNull(CHANGE_KIND), "change"),
            "at": given(GraphQLNonNull(DATE_TIME), "at"),
        },
        description="An item in one language whose answers may have changed, or are no more.",
    )
    return GraphQLObjectType(
        "Changes",
        lambda: {
            "next": given(GraphQLNonNull(GraphQLString), "next", "Where to go on, given as `since`."),
            "more": given(GraphQLNonNull(GraphQLBoolean), "more", "Whether there is more already."),
            "items": given(every(change), "items"),
        },
    )


CHANGE_KIND = enum("ChangeKind", ("changed", "withdrawn"))
FACETS = ("type", "locale", "kind", "state", "topic", "tag", "place", "person", "collection", "year")
PAGE_INFO = GraphQLObjectType(
    "PageInfo",
    lambda: {
        "hasNextPage": given(GraphQLNonNull(GraphQLBoolean), "hasNextPage"),
        "endCursor": given(GraphQLString, "endCursor"),
    },
    description="Where this part of a list ends.",
)
FACET_VALUE = GraphQLObjectType(
    "FacetValue",
    lambda: {
        "value": given(GraphQLNonNull(GraphQLString), "value"),
        "count": given(GraphQLNonNull(GraphQLInt), "count"),
        "title": given(
            GraphQLString, "title", "The title of the item that the value is the key of, if it is one."
        ),
    },
)
FACET_COUNTS = GraphQLObjectType(
    "FacetCounts",
    lambda: {
        "name": given(GraphQLNonNull(GraphQLString), "name"),
        "values": given(every(FACET_VALUE), "values"),
    },
    description="The values of one facet, the most frequent first.",
)
