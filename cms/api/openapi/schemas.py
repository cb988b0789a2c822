"""From annotations to JSON Schema (draft 2020-12, as OpenAPI 3.1 has it)."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from django.utils.translation import gettext as _

from cms.api.levels import target_classes
from cms.contract import descriptions
from cms.contract.fields import StreamItem, StreamTypes, Untyped
from cms.contract.publishable import Publishable
from cms.contract.values import Html, Localised, OneOf, Reference, SiteAddress, TextFormat, To

Schema = dict[str, Any]
# As isoformat writes a time of day; JSON Schema's own format "time" asks for a zone.
TIME_OF_DAY = r"^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?$"
PLAIN: dict[Any, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "format": "int64"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    str: {"type": "string"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": TIME_OF_DAY},
    UUID: {"type": "string", "format": "uuid"},
    Html: {"type": "string", "contentMediaType": "text/html"},
    SiteAddress: {"type": "string", "format": "uri"},
}


def type_name(model: type[Publishable]) -> str:
    """The name of a type's schema: the last part of its public type."""
    return model.public_type().rpartition(".")[2]


def item_name(model: type[Publishable]) -> str:
    """The name of the schema of a type's items in lists."""
    return f"{type_name(model)}InList"


def card_name(model: type[Publishable]) -> str:
    """The name of the schema of a type's card."""
    return f"{type_name(model)}Card"


def block_name(block: str) -> str:
    """The name of the schema of blocks of one type."""
    return "".join(part.capitalize() for part in block.split("_")) + "Block"


def ref(name: str) -> Schema:
    """A reference to a named schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def nullable(schema: Schema) -> Schema:
    """``schema``, or null."""
    if isinstance(schema.get("type"), str):
        also = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
        return {**schema, "type": [schema["type"], "null"], **also}
    return {"anyOf": [schema, {"type": "null"}]}


def structure(properties: Mapping[str, Schema], *, required: Any = None, description: str = "") -> Schema:
    """An object. ``required``: names that are always there; None: all."""
    return {
        "type": "object",
        **({"description": description} if description else {}),
        "properties": dict(properties),
        "required": [name for name in properties if required is None or name in required],
    }


def described(schema: Schema, text: str) -> Schema:
    """``schema`` with a description beside it, where there is one."""
    return {**schema, "description": text} if text else schema


class Schemas:
    """The named schemas of a document: each is made once, when it is first referred to."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}
        self._meant: dict[str, Any] = {}

    def name(self, name: str, meant: Any, schema: Schema) -> Schema:
        """Keep ``schema`` under ``name`` and refer to it. Raises Untyped when the name means something else already."""
        if self._meant.setdefault(name, meant) != meant:
            raise Untyped(f"Two schemas would be named {name}: of {self._meant[name]} and of {meant}.")
        self.named[name] = schema
        return ref(name)

    def of(self, annotation: Any) -> Schema:
        """The schema of values of ``annotation``. Raises Untyped for what has none."""
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return described(self._annotated(parts[0], parts[1:]), descriptions.of_annotation(annotation))
        if origin in (Union, UnionType):
            return self._union([part for part in parts if part is not NoneType], NoneType in parts)
        if origin is Literal:
            return {"type": "string", "enum": list(parts)}
        if origin is list:
            return {"type": "array", "items": self._member(parts[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if origin is Localised:
            return self.of(parts[0])
        if annotation in PLAIN:
            return dict(PLAIN[annotation])
        if isinstance(annotation, type) and is_dataclass(annotation):
            return self._dataclass(annotation)
        raise Untyped(f"No schema is known for {annotation}.")

    def _annotated(self, inner: Any, notes: tuple[Any, ...]) -> Schema:
        if inner is Reference:  # what is not public is null, whatever the annotation says
            return nullable(self._card(notes))
        for note in notes:
            if isinstance(note, OneOf):
                return {"type": "string", "enum": list(note.values)}
            if isinstance(note, TextFormat):
                return {"type": "string", "format": note.name}
            if isinstance(note, StreamTypes):
                return self._blocks(note)
        return self.of(inner)

    def _union(self, parts: list[Any], with_null: bool) -> Schema:
        if len(parts) > 1:
            schema: Schema = {"anyOf": [self.of(part) for part in parts]}
        else:
            schema = self.of(parts[0])
            if schema.get("anyOf", [None])[-1] == {"type": "null"}:
                return schema
        return nullable(schema) if with_null else schema

    def _member(self, annotation: Any) -> Schema:
        """The schema of a list's members: what is not public is absent from a list of cards."""
        if get_origin(annotation) is Annotated and get_args(annotation)[0] is Reference:
            return self._card(get_args(annotation)[1:])
        return self.of(annotation)

    def _card(self, notes: tuple[Any, ...]) -> Schema:
        to = next((note for note in notes if isinstance(note, To)), None)
        if to is None:
            raise Untyped("A Reference must say where it may lead: Annotated[Reference, To(…)].")
        if "pages.Page" in to.types:
            return ref("PageCard")
        cards = [ref(card_name(cls)) for cls in target_classes(to).values()]
        if not cards:
            raise Untyped(f"None of the types {to.types} is registered.")
        return cards[0] if len(cards) == 1 else {"oneOf": cards}

    def _dataclass(self, cls: type[Any]) -> Schema:
        name = cls.__name__
        if name not in self.named:
            self.name(name, cls, {})  # a structure may hold itself
            hints = get_type_hints(cls, include_extras=True)
            made = structure(
                {field.name: self.of(hints[field.name]) for field in fields(cls)},
                description=descriptions.of_class(cls),
            )
            self.named[name] = made
        return self.name(name, cls, self.named[name])

    def _blocks(self, stream: StreamTypes) -> Schema:
        """The union of a stream's blocks, told apart by ``type``."""
        kinds = {block: self._block(block, value) for block, value in stream.types}
        discriminator = {
            "propertyName": "type",
            "mapping": {block: kind["$ref"] for block, kind in kinds.items()},
        }
        return self.name(stream.name, stream, {"oneOf": list(kinds.values()), "discriminator": discriminator})

    def _block(self, block: str, value: Any) -> Schema:
        schema = structure(
            {
                "type": {"type": "string", "const": block},
                "id": described({"type": "string"}, _("Stays the same while the block is edited.")),
                "value": self.of(value),
            }
        )
        return self.name(block_name(block), (StreamItem, block, value), schema)
