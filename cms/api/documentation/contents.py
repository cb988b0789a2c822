"""What the page shows, taken from the document: addresses, parameters, types, blocks, other structures and errors."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from cms.api.documentation.words import Piece, pieces
from cms.api.openapi import errors
from cms.api.openapi.document import document

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its name, its type in words, what it is, and whether it is there only at times."""

    name: str
    type: Sequence[Piece]
    about: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """A schema: the name is its anchor. ``meta``: the rows within ``meta``; ``choices``: the schemas it is one of.

    ``value``: for blocks, the schema whose rows are shown, which is an anchor too.
    """

    name: str
    title: str
    about: str
    rows: Sequence[Row] = ()
    meta: Sequence[Row] = ()
    card: Sequence[str] = ()
    choices: Sequence[Piece] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: what it takes, a value that it takes, and what another value is answered with."""

    name: str
    anchor: str
    type: Sequence[Piece]
    about: str
    default: str
    example: str
    address: str
    error: str


@dataclass(frozen=True, slots=True)
class Address:
    """An operation. ``problems``: codes of the problems that it can give."""

    name: str
    path: str
    about: str
    takes: Sequence[Piece]
    answer: Sequence[Piece]
    problems: Sequence[str]
    example: str


@dataclass(frozen=True, slots=True)
class Group:
    """The addresses of one collection."""

    name: str
    about: str
    addresses: Sequence[Address]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: the code is its anchor."""

    code: str
    status: int
    title: str
    about: str
    example: str


class Contents:
    """The page's contents in a language, which must be the active one."""

    def __init__(self, language: str) -> None:
        self._document = document(language)
        self._schemas: Mapping[str, Schema] = self._document["components"]["schemas"]

    def about(self) -> str:
        """What the interface is."""
        text: str = self._document["info"]["description"]
        return text

    def groups(self) -> list[Group]:
        """The addresses, by collection."""
        operations = [(path, one["get"]) for path, one in self._document["paths"].items()]
        return [
            Group(
                tag["name"],
                tag["description"],
                [self._address(path, one) for path, one in operations if tag["name"] in one["tags"]],
            )
            for tag in self._document["tags"]
        ]

    def _address(self, path: str, operation: Schema) -> Address:
        content = operation["responses"].get("200", {}).get("content", {})
        schema = next((media["schema"] for media in content.values()), None)
        if schema and "items" in schema.get("properties", {}):
            schema = schema["properties"]["items"]
        named = [
            code
            for response in operation["responses"].values()
            for media in response.get("content", {}).values()
            for code in media.get("examples", {})
            if code in self._codes()
        ]
        return Address(
            name=operation["operationId"],
            path=path,
            about=operation["summary"],
            takes=[
                Piece(one["name"], self._anchor(one, operation), is_code=True) for one in _queried(operation)
            ],
            answer=pieces(schema) if schema else (),
            problems=[*dict.fromkeys([*named, *(("invalid-value",) if "{" not in path else ())])],
            example="" if "{" in path or "find" in path else path,
        )

    def _codes(self) -> Mapping[str, Any]:
        codes: Mapping[str, Any] = self._document["components"]["examples"]
        return codes

    def parameters(self) -> list[Parameter]:
        """Each parameter once, as the first address has it that takes it in this meaning."""
        found: dict[str, Parameter] = {}
        for path, operations in self._document["paths"].items():
            wrong = operations["get"]["responses"]["400"]["content"]["application/problem+json"]["examples"]
            for one in _queried(operations["get"]):
                anchor = self._anchor(one, operations["get"])
                if anchor not in found:
                    found[anchor] = _parameter(one, anchor, path, wrong[one["name"]]["value"])
        return list(found.values())

    def _anchor(self, parameter: Schema, of: Schema) -> str:
        """Where the parameter is described; one that means something of its own at an address has its own place."""
        usual = next(
            one
            for operations in self._document["paths"].values()
            for one in _queried(operations["get"])
            if one["name"] == parameter["name"]
        )
        own = "" if usual["schema"] == parameter["schema"] else f"{of['operationId']}-"
        return f"parameter-{own}{parameter['name']}"

    def headers(self) -> list[Row]:
        """The headers of requests and responses that mean something here."""
        parts = self._document["components"]
        return [
            Row(name, (), one["description"], optional=True)
            for name, one in (*parts["parameters"].items(), *parts["headers"].items())
        ]

    def types(self) -> list[Structure]:
        """The types of items."""
        return [
            self._item(name) for name in self._schemas if f"{name}InList" in self._schemas and name != "Page"
        ]

    def _item(self, name: str) -> Structure:
        schema, card = self._schemas[name], self._schemas[f"{name}Card"]
        own = {key: part for key, part in schema["properties"].items() if key != "meta"}
        meta = schema["properties"]["meta"]
        return Structure(
            name,
            meta["properties"]["type"]["const"],
            schema.get("description", ""),
            rows=list(_rows(own, schema["required"])),
            meta=list(_rows(meta["properties"], meta["required"])),
            card=[key for key in card["properties"] if key not in ("id", "meta", "title")],
        )

    def unions(self) -> list[Structure]:
        """What stands for any page."""
        return [self._plain(name) for name in ("Page", "PageInList", "PageCard")]

    def streams(self) -> list[Structure]:
        """The streams of blocks."""
        return [self._plain(name) for name, schema in self._schemas.items() if "discriminator" in schema]

    def blocks(self) -> list[Structure]:
        """The blocks, each with what its value holds."""
        found = []
        for name, schema in self._schemas.items():
            properties = schema.get("properties", {})
            if set(properties) == {"type", "id", "value"}:
                value_name = properties["value"]["$ref"].rpartition("/")[2]
                value = self._schemas[value_name]
                found.append(
                    Structure(
                        name,
                        properties["type"]["const"],
                        value.get("description", ""),
                        rows=list(_rows(value["properties"], value["required"])),
                        value=value_name,
                    )
                )
        return found

    def structures(self) -> list[Structure]:
        """What else values are made of."""
        within = {
            schema["properties"]["value"]["$ref"].rpartition("/")[2]
            for schema in self._schemas.values()
            if set(schema.get("properties", {})) == {"type", "id", "value"}
        }
        items = {part for name in self._schemas if name.endswith("InList") for part in _names_of(name)}
        shown = {
            *items, *within, *(one.name for one in (*self.streams(), *self.blocks())), errors.NAME,
        }  # fmt: skip
        return [self._plain(name) for name in self._schemas if name not in shown]

    def problem(self) -> Structure:
        """The members of a problem."""
        return self._plain(errors.NAME)

    def _plain(self, name: str) -> Structure:
        schema = self._schemas[name]
        return Structure(
            name,
            name,
            schema.get("description", ""),
            rows=list(_rows(schema.get("properties", {}), schema.get("required", ()))),
            choices=[piece for part in schema.get("oneOf", ()) for piece in pieces(part)],
        )

    def problems(self) -> list[ProblemKind]:
        """The kinds of problems."""
        found = []
        for kind in errors.KINDS:
            problem = kind.sample()
            shown = _json(self._codes()[problem.code]["value"])
            found.append(ProblemKind(problem.code, problem.status, problem.title, str(kind.about), shown))
        return found


def _names_of(in_list: str) -> tuple[str, str, str]:
    name = in_list.removesuffix("InList")
    return name, in_list, f"{name}Card"


def _rows(properties: Mapping[str, Schema], required: Sequence[str]) -> Iterator[Row]:
    for name, schema in properties.items():
        yield Row(name, pieces(schema), schema.get("description", ""), name not in required)


def _queried(operation: Schema) -> list[Schema]:
    """The parameters of the query."""
    return [one for one in operation["parameters"] if one.get("in") == "query"]


def _parameter(one: Schema, anchor: str, path: str, wrong: Any) -> Parameter:
    example = str(one["example"])
    return Parameter(
        name=one["name"],
        anchor=anchor,
        type=pieces(one["schema"]),
        about=one["description"],
        default=str(one["schema"].get("default", "")),
        example=example,
        address=f"{path}?{urlencode({one['name']: example}, safe=',/()*:')}" if "{" not in path else "",
        error=wrong["detail"],
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
