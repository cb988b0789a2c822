"""From annotations to the output types of the schema: scalars, enums, structures, unions of blocks, references.

What every output field knows besides its type is where its value stands in the stored JSON (``stored_at``).
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from graphql import (
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLField,
    GraphQLID,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLString,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from cms.contract.fields import StreamTypes
from cms.contract.values import Localised, OneOf, Reference, SiteAddress, TextFormat, To
from cms.graphql import names
from cms.graphql.nodes import Node, Part, parts
from cms.graphql.scalars import FORMATS, HTML, SCALARS

Keys = tuple[str, ...]
# What stands in the stored JSON: the value as it is, HTML with places for its links, an address with one for the site's,
# places for one item or several, or a structure of further fields.
Form = Literal["plain", "html", "address", "item", "items", "structure"]


def stored(
    type_: GraphQLOutputType, *keys: str, form: Form = "plain", description: str | None = None
) -> GraphQLField:
    """A field whose value stands at ``keys`` in the stored JSON of its item or structure, in one of the forms."""

    def resolve(source: Node | Part, _info: GraphQLResolveInfo[Any]) -> Any:
        node = source if isinstance(source, Node) else source.node
        value = source.data
        for key in keys:
            value = value[key]
        return value if form == "plain" else _in_form(value, form, node)

    return GraphQLField(
        type_, resolve=resolve, description=description, extensions={"stored": keys, "form": form}
    )


def _in_form(value: Any, form: Form, node: Node) -> Any:
    if form == "item":
        return node.one(value)
    if form == "items":
        return node.many(value)
    if form == "structure":
        return parts(value, node)
    if isinstance(value, list):
        return [_in_form(one, form, node) for one in value]
    if not isinstance(value, str):
        return value
    return node.html(value) if form == "html" else node.address(value)


def stored_at(field: GraphQLField) -> Keys | None:
    """Where the value of ``field`` stands; None for what is no stored value."""
    keys: Keys | None = field.extensions.get("stored")
    return keys


def doc(cls: type[Any]) -> str | None:
    """A docstring as a description, on one line."""
    return " ".join((inspect.getdoc(cls) or "").replace("``", "`").split()) or None


class Types:
    """The output types of one schema. ``item`` gives the type of a reference to public types."""

    def __init__(self, item: Callable[[tuple[str, ...]], GraphQLOutputType]) -> None:
        self.item = item
        self.enums: dict[str, GraphQLEnumType] = {
            "Locale": enum("Locale", [code for code, _name in settings.LANGUAGES], "A public language.")
        }
        self.structures: dict[type[Any], GraphQLObjectType] = {}
        self.blocks: dict[str, tuple[Any, GraphQLObjectType]] = {}
        self.unions: dict[str, GraphQLUnionType] = {}
        # Fields of blocks that give way to another block's: (block, field) to the name in the schema.
        self.renamed: dict[tuple[str, str], str] = {}

    def field(self, annotation: Any, enum_name: str, *keys: str) -> GraphQLField:
        """A field for the value at ``keys``."""
        type_ = self.output(annotation, enum_name)
        return stored(type_, *keys, form=form_of(type_, annotation))

    def output(self, annotation: Any, enum_name: str) -> GraphQLOutputType:
        """The type of a value. ``enum_name``: what an enum would be called. Raises ImproperlyConfigured."""
        inner, nullable = optional(annotation)
        type_: GraphQLOutputType = self._inner(inner, enum_name)
        # A reference is null when its target is not public, whatever the declaration says of the choice.
        if nullable or _is_reference(inner):
            return type_
        return GraphQLNonNull(type_)  # type: ignore[arg-type]  # never a non-null type itself

    def _inner(self, annotation: Any, enum_name: str) -> Any:
        notes: tuple[Any, ...] = ()
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *rest = get_args(annotation)
            origin, notes = get_origin(annotation), tuple(rest)
        for note in notes:
            if isinstance(note, To):
                return self.item(note.types)
            if isinstance(note, StreamTypes):
                return self.union(note)
            if isinstance(note, OneOf):
                return self.codes(note.values, enum_name)
            if isinstance(note, TextFormat):
                return FORMATS.get(note.name, GraphQLString)
        if origin is Localised:
            return self._inner(get_args(annotation)[0], enum_name)
        if origin is Literal:
            return self.codes(get_args(annotation), enum_name)
        if origin in (list, tuple):
            part, nullable = optional(get_args(annotation)[0])
            of = self._inner(part, enum_name)
            return GraphQLList(of if nullable else GraphQLNonNull(of))
        if annotation in SCALARS:
            return SCALARS[annotation]
        if isinstance(annotation, type) and is_dataclass(annotation):
            return self.structure(annotation)
        raise ImproperlyConfigured(f"{enum_name}: GraphQL knows no type for {annotation}.")

    def codes(self, values: Iterable[str], name: str) -> GraphQLOutputType:
        """An enum of codes; a plain text where one of them (the empty one) cannot be a value of an enum."""
        values = tuple(values)
        if values == tuple(self.enums["Locale"].values):
            return self.enums["Locale"]
        if not all(names.is_enum_value(value) for value in values):
            return GraphQLString
        known = self.enums.get(name)
        if known is None:
            self.enums[name] = known = enum(name, values)
        return known

    def structure(self, cls: type[Any]) -> GraphQLObjectType:
        """The type of a public value: its dataclass, field by field."""
        if cls not in self.structures:
            self.structures[cls] = GraphQLObjectType(
                cls.__name__, lambda: self._fields(cls, ()), description=doc(cls)
            )
        return self.structures[cls]

    def _fields(self, cls: type[Any], before: Keys, block: str = "") -> dict[str, GraphQLField]:
        hints = get_type_hints(cls, include_extras=True)
        stem = names.pascal(block) if block else cls.__name__.removesuffix("Value")
        return {
            self.renamed.get((block, part.name), names.camel(part.name)): self.field(
                hints[part.name], stem + names.pascal(part.name), *before, part.name
            )
            for part in fields(cls)
        }

    def union(self, stream: StreamTypes) -> GraphQLUnionType:
        """The union of a stream's blocks. A name that an earlier block has with another type gives way."""
        if stream.name not in self.unions:
            members = [self._block(name, annotation) for name, annotation in stream.types]
            self._give_way(stream)
            by_type = {name: names.of_block(name) for name, _annotation in stream.types}
            self.unions[stream.name] = GraphQLUnionType(
                f"{stream.name}Item",
                members,
                resolve_type=lambda value, _info, _type: by_type.get(value.data["type"]),
                description="A block of a body, by the name of its type.",
            )
        return self.unions[stream.name]

    def _block(self, name: str, annotation: Any) -> GraphQLObjectType:
        if name not in self.blocks:
            made = GraphQLObjectType(
                names.of_block(name),
                lambda: {
                    "id": stored(GraphQLNonNull(GraphQLID), "id"),
                    "type": stored(GraphQLNonNull(GraphQLString), "type"),
                    **self._fields(annotation, ("value",), block=name),
                },
                description=doc(annotation),
                extensions={"block": name},
            )
            self.blocks[name] = annotation, made
        known, type_ = self.blocks[name]
        if known is not annotation:
            raise ImproperlyConfigured(
                f"Two blocks are called {name!r} and have different values, {known.__name__} and {annotation.__name__}."
            )
        return type_

    def _give_way(self, stream: StreamTypes) -> None:
        first: dict[str, Any] = {}
        for block, cls in stream.types:
            hints = get_type_hints(cls, include_extras=True)
            for part in fields(cls):
                shape = self.output(hints[part.name], names.pascal(block) + names.pascal(part.name))
                if part.name in first and differ(first[part.name], shape):
                    self.renamed[block, part.name] = names.camel(f"{block}_{part.name}")
                first.setdefault(part.name, shape)


def enum(name: str, values: Iterable[str], description: str | None = None) -> GraphQLEnumType:
    """An enum whose values are the codes as they are stored."""
    return GraphQLEnumType(
        name, {value: GraphQLEnumValue(value) for value in values}, description=description
    )


def optional(annotation: Any) -> tuple[Any, bool]:
    """An annotation without its ``| None``, and whether it had one. Notes such as About are passed over."""
    if get_origin(annotation) is Annotated:
        inner = get_args(annotation)[0]
        if get_origin(inner) in (Union, UnionType):
            return optional(inner)
    if get_origin(annotation) in (Union, UnionType):
        rest = [part for part in get_args(annotation) if part is not type(None)]
        if len(rest) == 1:
            return rest[0], True
    return annotation, False


def form_of(type_: GraphQLOutputType, annotation: Any) -> Form:
    """How a value of this type and annotation is stored."""
    named = get_named_type(type_)
    if is_composite_type(named):
        if isinstance(named, GraphQLInterfaceType) or "item" in named.extensions:
            inner = type_.of_type if is_non_null_type(type_) else type_
            return "items" if is_list_type(inner) else "item"
        return "structure"
    if named is HTML:
        return "html"
    return "address" if _holds(annotation, SiteAddress) else "plain"


def _holds(annotation: Any, wanted: Any) -> bool:
    return annotation is wanted or any(_holds(part, wanted) for part in get_args(annotation))


def _is_reference(annotation: Any) -> bool:
    return get_origin(annotation) is Annotated and get_args(annotation)[0] is Reference


def differ(one: Any, other: Any) -> bool:
    """Whether fields of one name with these types cannot stand in one selection (GraphQL, 5.3.2)."""
    for is_wrapper in (is_non_null_type, is_list_type):
        if is_wrapper(one) or is_wrapper(other):
            if not (is_wrapper(one) and is_wrapper(other)):
                return True
            return differ(one.of_type, other.of_type)
    return (is_leaf_type(one) or is_leaf_type(other)) and one is not other
