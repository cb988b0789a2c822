"""System checks: GraphQL can say what is declared, and natural queries over it are valid."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    validate_schema,
)

from cms.graphql.schema import schema
from cms.graphql.types import differ

HINT = "A client could not select both in one query. Give them one type, or one of them another name."
Pair = tuple[str, str]


@register()
def declarations_make_a_schema(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """graphql.E001: no valid schema. graphql.E002: types of one list or body share a field name and differ in it."""
    try:
        made = schema()
    except ImproperlyConfigured as error:
        return [Error(str(error), hint="See docs/graphql.md, “Names”.", id="graphql.E001")]
    except (TypeError, ValueError, LookupError) as error:
        return [Error(f"The declarations make no GraphQL schema: {error}", id="graphql.E001")]
    found: list[CheckMessage] = [Error(error.message, id="graphql.E001") for error in validate_schema(made)]
    return found + [Error(text, hint=HINT, id="graphql.E002") for text in sorted(set(conflicts(made)))]


def conflicts(made: GraphQLSchema) -> Iterable[str]:
    """The fields in which types that can stand at one position differ, each in a sentence."""
    for group in _groups(made):
        for one, other in combinations(group, 2):
            yield from _between(one, other, set())


def _groups(made: GraphQLSchema) -> Iterable[list[GraphQLObjectType]]:
    """The object types that may stand at one position: of each union, of pages, and of what lists of items hold."""
    listed = made.get_type("ItemType")
    for type_ in made.type_map.values():
        if isinstance(type_, GraphQLUnionType):
            yield list(type_.types)
        elif isinstance(type_, GraphQLInterfaceType):
            possible = list(made.get_possible_types(type_))
            if type_.name == "Item" and listed is not None:
                possible = [part for part in possible if part.name in listed.values]  # type: ignore[attr-defined]  # an enum
            yield possible


def _between(one: Any, other: Any, seen: set[Pair]) -> Iterable[str]:
    if (one.name, other.name) in seen or not (hasattr(one, "fields") and hasattr(other, "fields")):
        return
    seen.add((one.name, other.name))
    for name in one.fields.keys() & other.fields.keys():
        first, second = one.fields[name].type, other.fields[name].type
        if differ(first, second):
            yield f"{one.name}.{name} is {first}, {other.name}.{name} is {second}."
            continue
        inner, other_inner = get_named_type(first), get_named_type(second)
        if is_composite_type(inner) and is_composite_type(other_inner) and inner is not other_inner:
            yield from _between(inner, other_inner, seen)
