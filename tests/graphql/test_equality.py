"""REST and GraphQL give the same values for every public field of every type: a walk over the declarations."""

from typing import Any

import pytest
from django.test import Client
from graphql import (
    GraphQLID,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from cms.contract.publishable import registry
from cms.graphql import names
from cms.graphql.schema import schema
from cms.graphql.types import stored_at
from cms.store.models import ContentItem
from cms.store.rendering import PER_LANGUAGE
from tests.graphql.conftest import Ask
from tests.website.making import Newsroom

IDENTITY = ("id", "title", "type", "locale")


def selected(type_: Any) -> str:
    """A selection of everything of a structure or an item; of items within it, what names them."""
    if isinstance(type_, GraphQLUnionType):
        parts = [f"... on {part.name} {selected(part)}" for part in type_.types]
        return f"{{ __typename {' '.join(parts)} }}"
    parts = []
    for name, field in type_.fields.items():
        inner = get_named_type(field.type)
        if name == "languages":
            parts.append("languages { field lang source }")
        elif stored_at(field) is None:  # a list of its own
            continue
        elif is_leaf_type(inner):
            parts.append(name)
        elif field.extensions["form"] in ("item", "items"):
            parts.append(f"{name} {{ {' '.join(IDENTITY)} }}")
        else:
            parts.append(f"{name} {selected(inner)}")
    return f"{{ {' '.join(parts)} }}"


def expected(rest: Any, type_: Any, form: str) -> Any:
    """What GraphQL gives for a value that REST gives."""
    if rest is None:
        return None
    if is_non_null_type(type_):
        return expected(rest, type_.of_type, form)
    if is_list_type(type_):
        return [expected(one, type_.of_type, form) for one in rest]
    if type_ is GraphQLID:
        return str(rest)
    if not is_composite_type(type_):
        return rest
    if form in ("item", "items"):
        meta = rest.get("meta", rest)  # a translation has no meta
        return {
            "id": str(rest["id"]),
            "title": rest["title"],
            "type": meta.get("type"),
            "locale": meta["locale"],
        }
    if isinstance(type_, GraphQLUnionType):
        name = names.of_block(rest["type"])
        (member,) = (part for part in type_.types if part.name == name)
        return {"__typename": name, **of_fields(rest, member)}
    return of_fields(rest, type_)


def of_fields(rest: Any, type_: GraphQLObjectType) -> dict[str, Any]:
    found = {}
    for name, field in type_.fields.items():
        if name == "languages":
            noted = rest["meta"]["languages"]
            found[name] = [{"field": names.camel(path), **note} for path, note in noted.items()]
            continue
        keys = stored_at(field)
        if keys is None:
            continue
        value = rest
        for key in keys:
            value = value[key]
        found[name] = expected(value, field.type, field.extensions["form"])
        if name == "translations":
            found[name] = [one | {"type": rest["meta"]["type"]} for one in found[name]]
    return found


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_every_field_of_every_type(newsroom: Newsroom, ask: Ask, client: Client, locale: str) -> None:
    seen: set[str] = set()
    filled: set[str] = set()
    for public_type, model in registry.types.items():
        name = names.of_type(public_type)
        collection = model.public_collection
        type_ = schema().get_type(name)
        assert isinstance(type_, GraphQLObjectType)
        rows = ContentItem.objects.filter(type=public_type, locale=locale).order_by("-body", "public_id")
        for number in rows.values_list("public_id", flat=True)[:4]:
            address = f"/api/v2/{collection}/{number}/"
            response = client.get(address, {} if collection in PER_LANGUAGE else {"locale": locale})
            if response.status_code == 404:  # media that nothing shows
                continue
            rest = response.json()
            given = f'id: "{number}", locale: {locale}'
            field = {"people": "person"}.get(collection, collection.removesuffix("s"))
            query = f"{{ {field}({given}) {{ ... on {name} {selected(type_)} }} }}"
            made = ask(query, most=12, language=locale)[field]
            wanted = of_fields(rest, type_)
            for key, value in wanted.items():
                assert made[key] == value, (name, number, key)
                if value:
                    filled.add(f"{name}.{key}")
            assert made.keys() == wanted.keys()
            seen.add(public_type)
    assert seen == set(registry.types)
    assert len(filled) > 120, sorted(filled)
