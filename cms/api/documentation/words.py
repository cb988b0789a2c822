"""What a schema says, in words and links."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

Schema = Mapping[str, Any]
# By type or format; the format is looked for first.
WORDS: Mapping[str, str | Promise] = {
    "date-time": pgettext_lazy("type of a value", "moment with its zone"),
    "date": pgettext_lazy("type of a value", "day"),
    "uuid": pgettext_lazy("type of a value", "UUID"),
    "uri": pgettext_lazy("type of a value", "address"),
    "uri-reference": pgettext_lazy("type of a value", "address"),
    "text/html": pgettext_lazy("type of a value", "HTML"),
    "integer": pgettext_lazy("type of a value", "whole number"),
    "number": pgettext_lazy("type of a value", "number"),
    "boolean": pgettext_lazy("type of a value", "true or false"),
    "string": pgettext_lazy("type of a value", "text"),
    "object": pgettext_lazy("type of a value", "object"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or two of a description of a type. ``anchor``: where on the page it leads; ``is_code``: a name."""

    text: str
    anchor: str = ""
    is_code: bool = False


def pieces(schema: Schema) -> Sequence[Piece]:
    """The type of a value: "list of SlotValue", "text or null"."""
    return list(_pieces(schema))


def _pieces(schema: Schema) -> Iterator[Piece]:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield Piece(name, name, is_code=True)
    elif "const" in schema:
        yield Piece(str(schema["const"]), is_code=True)
    elif "enum" in schema:
        codes = [value for value in schema["enum"] if value is not None]
        yield from _joined(
            [
                [Piece(value, is_code=True) if value else Piece(pgettext("type of a value", "empty"))]
                for value in codes
            ]
        )
        yield from _or_null(None in schema["enum"])
    elif "anyOf" in schema or "oneOf" in schema:
        yield from _joined([list(_pieces(part)) for part in schema.get("anyOf") or schema["oneOf"]])
    elif schema.get("type") == "array":
        yield Piece(pgettext("type of a value", "list of"))
        yield from _pieces(schema["items"])
    elif "additionalProperties" in schema:
        yield Piece(pgettext("type of a value", "object whose values are"))
        yield from _pieces(schema["additionalProperties"])
    else:
        yield from _plain(schema)


def _plain(schema: Schema) -> Iterator[Piece]:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if types == ["null"]:
        yield Piece("null", is_code=True)
        return
    kind = schema.get("format") or schema.get("contentMediaType") or types[0]
    yield Piece(str(WORDS.get(kind) or WORDS[types[0]]))
    if "minimum" in schema and "maximum" in schema:
        bounds = {"least": schema["minimum"], "most": schema["maximum"]}
        yield Piece(pgettext("type of a value", "from %(least)d to %(most)d") % bounds)
    yield from _or_null("null" in types)


def _or_null(is_so: bool) -> Iterator[Piece]:
    if is_so:
        yield Piece(pgettext("type of a value", "or"))
        yield Piece("null", is_code=True)


def _joined(parts: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    for number, part in enumerate(parts):
        if number:
            yield Piece(pgettext("type of a value", "or"))
        yield from part
