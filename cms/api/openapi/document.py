"""The OpenAPI 3.1 document, put together."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.api.endpoints import COLLECTIONS
from cms.api.openapi import errors, operations
from cms.api.openapi.items import add_items
from cms.api.openapi.operations import BASE, Operation
from cms.api.openapi.schemas import Schema, Schemas
from cms.api.query import Parameter

# Of the contract, not of the software: its first number is in the addresses; the second counts additions.
VERSION = "2.0"
ENGLISH = "en"
OF_EVERY_QUERY = ("unknown-parameter", "repeated-parameter", "unreadable-text", "query-too-long")


@lru_cache(maxsize=4)
def document(language: str = ENGLISH) -> Mapping[str, Any]:
    """The document in a public language. Nobody may change it. Raises Untyped for a value that has no schema."""
    with override(language):
        schemas = Schemas()
        add_items(schemas)
        schemas.named[errors.NAME] = errors.schema()
        schemas.named[operations.COUNT] = operations.count()
        paths = {f"{BASE}{one.path}": {"get": _operation(one)} for one in operations.operations()}
        return {
            "openapi": "3.1.0",
            "info": {"title": _("REST interface"), "version": VERSION, "description": _about()},
            "servers": [{"url": "/"}],
            "tags": [{"name": of.name, "description": operations.about(of)} for of in COLLECTIONS]
            + [{"name": name, "description": str(text)} for name, text in operations.TAGS.items()],
            "paths": paths,
            "components": {
                "schemas": {name: schemas.named[name] for name in sorted(schemas.named)},
                "parameters": _header_parameters(),
                "headers": _headers(),
                "examples": errors.shared_examples(),
            },
        }


@lru_cache(maxsize=1)
def text() -> str:
    """The document in English, as it is served and kept in the repository."""
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


def _about() -> str:
    return " ".join(
        (
            _("For reading alone, open to any origin. What is not public at the instant of the answer is not in it."),
            _("Every address takes HEAD and OPTIONS as well as GET."),
            _("A related item is null, or missing from its list, while it is not public."),
        )
    )  # fmt: skip


def _operation(one: Operation) -> Schema:
    instance = f"{BASE}{one.path}".replace("{id}", "8")
    return {
        "operationId": one.name,
        "tags": [one.tag],
        "summary": str(one.about),
        "parameters": [
            *(_in_path(name, schema) for name, schema in one.in_path.items()),
            *(_in_query(parameter) for parameter in one.takes),
            *({"$ref": f"#/components/parameters/{name}"} for name in _header_parameters()),
        ],
        "responses": {
            **_success(one),
            "304": {
                "description": _("What the caller holds under this ETag is still the answer."),
                "headers": _header_refs(),
            },
            **_problems(one, instance),
        },
    }


def _in_path(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": schema, "example": 8}


def _in_query(parameter: Parameter[Any]) -> Schema:
    default = parameter.default
    if isinstance(default, tuple):
        default = ",".join(default) or None
    number = parameter.schema.get("type") == "integer"
    return {
        "name": parameter.name,
        "in": "query",
        "description": str(parameter.about),
        "schema": {**parameter.schema, **({"default": default} if default is not None else {})},
        "example": int(parameter.example) if number else parameter.example,
    }


def _success(one: Operation) -> Schema:
    if one.answer is None:
        description = _("The address asked for stands in the header “Location”.")
        location = {"schema": {"type": "string", "format": "uri-reference"}, "required": True}
        return {"302": {"description": description, "headers": {"Location": location}}}
    content = {one.media_type: {"schema": one.answer}}
    return {"200": {"description": _("The answer."), "headers": _header_refs(), "content": content}}


def _problems(one: Operation, instance: str) -> Schema:
    kinds = errors.kinds()
    codes: dict[int, list[str]] = {}
    for code in (*OF_EVERY_QUERY, *one.problems, "failure", "unavailable"):
        codes.setdefault(kinds[code].status, []).append(code)
    own = {parameter.name: errors.example_of(parameter) for parameter in one.takes}
    found = {}
    for status in sorted(codes):
        titles = ", ".join(kinds[code].title for code in codes[status])
        if status == 400:
            titles = _("The query cannot be answered: what is wrong with it is said.")
        found[str(status)] = errors.response(titles, codes[status], own if status == 400 else {}, instance)
    return found


def _header_parameters() -> dict[str, Schema]:
    return {
        "Accept-Language": {
            "name": "Accept-Language",
            "in": "header",
            "description": _("The language of the answer and of errors, where “locale” does not name one."),
            "schema": {"type": "string"},
            "example": "fr",
        },
        "If-None-Match": {
            "name": "If-None-Match",
            "in": "header",
            "description": _("The ETag of an answer that the caller holds."),
            "schema": {"type": "string"},
            "example": '"3fdc0e7bd8d1e6c1a8b5b7b0d7a4ad0a7ad0c9f1"',
        },
    }


def _headers() -> dict[str, Schema]:
    text = {"type": "string"}
    return {
        "ETag": {"description": _("A strong tag of the answer."), "schema": text},
        "Content-Language": {"description": _("The language of the answer."), "schema": text},
        "X-Request-ID": {
            "description": _("The id under which the request is on record."),
            "schema": text,
        },
    }


def _header_refs() -> Schema:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in _headers()}
