"""The object types of public items, the interfaces that they share, and the connections that list them.

Derived from ``public_fields`` and ``meta_types`` of the registered types: no field is named here that is declared there.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, get_args, get_origin

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db import models
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLID,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLString,
)

from cms.contract.descriptions import of_annotation, of_field
from cms.contract.fields import public_fields
from cms.contract.meta import LanguageNote, meta_types
from cms.contract.publishable import Publishable, registry
from cms.contract.values import OneOf
from cms.graphql import names
from cms.graphql.arguments import connection_arguments
from cms.graphql.lists import FACET_COUNTS, FACETS, PAGE_INFO, every, given
from cms.graphql.nodes import Node
from cms.graphql.scalars import LONG
from cms.graphql.types import Types, doc, enum, optional, stored
from search.condition import NAMED
from search.fulltext import OPERATORS
from search.page_types import page_types

TRANSLATIONS = ("meta", "translations")
ANY_PAGE = "pages.Page"  # stands in references for every type of page
Fields = dict[str, GraphQLField]


class Items:
    """All that the schema says of items. ``types`` maps public types to object types."""

    def __init__(self) -> None:
        self.output = Types(self._reference)
        self.pages = page_types()
        self._share_enums()
        self.item = GraphQLInterfaceType(
            "Item",
            lambda: self._shared(registry.types),
            resolve_type=_type_of,
            description="What every public item says of itself.",
        )
        self.page = GraphQLInterfaceType(
            "Page",
            lambda: self._shared(self.pages),
            interfaces=[self.item],
            resolve_type=_type_of,
            description="What every page says of itself.",
        )
        self.types = {name: self._object(name, model) for name, model in sorted(registry.types.items())}
        self.page_type_enum = _type_enum("PageType", self.pages, "A type of page.")
        self.item_type_enum = _type_enum("ItemType", self.listed, "A type of item that can have topics.")
        self._connections: dict[str, GraphQLObjectType] = {}
        self.operator = enum("SearchOperator", OPERATORS)
        self.facet = enum("Facet", FACETS, "What lists can be counted by.")

    @property
    def listed(self) -> Mapping[str, type[Publishable]]:
        """The types that lists of a topic, a person or a place hold: those that say what they are about."""
        return {
            name: model
            for name, model in sorted(registry.types.items())
            if model.public_facets is not Publishable.public_facets
        }

    def _share_enums(self) -> None:
        """One enum per field name: types that stand in one list may not differ in it."""
        values: dict[str, dict[str, None]] = {}
        for _type, model in sorted(registry.types.items()):
            for name, field in public_fields(model).items():
                for code in codes(field.annotation):
                    values.setdefault(name, {})[code] = None
        for name, found in values.items():
            if all(names.is_enum_value(code) for code in found):
                self.output.enums[names.pascal(name)] = enum(names.pascal(name), found)

    def _reference(self, targets: tuple[str, ...]) -> GraphQLOutputType:
        if ANY_PAGE in targets:
            return self.page
        if len(targets) == 1:
            return self.types[targets[0]]
        return self.item

    def _object(self, public_type: str, model: type[Publishable]) -> GraphQLObjectType:
        interfaces = [self.item, self.page] if public_type in self.pages else [self.item]
        return GraphQLObjectType(
            names.of_type(public_type),
            lambda: self._fields(public_type, model),
            interfaces=interfaces,
            description=doc(model),
            extensions={"item": public_type},
        )

    def _fields(self, public_type: str, model: type[Publishable]) -> Fields:
        found = self._head(model, self.types[public_type])
        for name, declared in public_fields(model).items():
            if name == "title":
                continue
            key = names.camel(name)
            if key in found:
                raise ImproperlyConfigured(f"{public_type}: two public fields are called {key!r} in GraphQL.")
            found[key] = self.output.field(declared.annotation, names.pascal(name), name)
            found[key].description = of_field(model, name) or None
            if _is_big(model, name):
                found[key].type = _long(found[key].type)
        for facet, (collection, _prefix) in NAMED.items():
            if collection == model.public_collection and public_type not in self.pages:
                found["items"] = self._about(facet)
        return found

    def _head(self, model: type[Publishable], own: GraphQLOutputType) -> Fields:
        """What every item has, and what ``meta`` says of this one. ``own``: the type of its translations."""
        found = {
            "id": stored(GraphQLNonNull(GraphQLID), "id"),
            "title": stored(GraphQLNonNull(GraphQLString), "title"),
        }
        for name, annotation in meta_types(model).items():
            if name == "languages":
                found[name] = _languages(self.output)
            elif name == "translations":
                found[name] = stored(
                    every(own),
                    *TRANSLATIONS,
                    form="items",
                    description="The other languages in which it is public.",
                )
            else:
                found[names.camel(name)] = self.output.field(annotation, names.pascal(name), "meta", name)
                found[names.camel(name)].description = of_annotation(annotation) or None
        return found

    def _shared(self, types: Mapping[str, type[Publishable]]) -> Fields:
        """The head's fields that all of ``types`` have."""
        own: GraphQLOutputType = self.page if types is self.pages else self.item
        heads = [self._head(model, own) for model in types.values()]
        return {name: field for name, field in heads[0].items() if all(name in head for head in heads[1:])}

    def _about(self, facet: str) -> GraphQLField:
        """The connection from a topic, a person or a place to the items that name it, in its own language."""
        return GraphQLField(
            GraphQLNonNull(self.connection(self.item, with_facets=False)),
            args=connection_arguments(type=self.item_type_enum),
            resolve=by_response_key,
            description="What is public about it in its language, newest first.",
            extensions={"about": facet},
        )

    def connection(self, node: Any, *, with_facets: bool = True) -> GraphQLObjectType:
        """The connection type of a node type. Facets are counted for lists of the root alone."""
        if node.name not in self._connections:
            edge = GraphQLObjectType(
                f"{node.name}Edge",
                lambda: {
                    "cursor": given(GraphQLNonNull(GraphQLString), "cursor"),
                    "node": given(GraphQLNonNull(node), "node"),
                },
            )
            self._connections[node.name] = GraphQLObjectType(
                f"{node.name}Connection",
                lambda: {
                    "edges": given(every(edge), "edges"),
                    "pageInfo": given(GraphQLNonNull(PAGE_INFO), "pageInfo"),
                    "totalCount": given(
                        GraphQLNonNull(GraphQLInt), "totalCount", "How many there are in all."
                    ),
                    **({"facets": self._facets()} if with_facets else {}),
                },
                extensions={"connection": True},
            )
        return self._connections[node.name]

    def _facets(self) -> GraphQLField:
        return GraphQLField(
            every(FACET_COUNTS),
            args={"names": GraphQLArgument(every(self.facet))},
            resolve=by_response_key,
            description="How many of them have which value.",
            extensions={"facets": True},
        )


def codes(annotation: Any) -> tuple[str, ...]:
    """The codes that a text may be, by its annotation; none for an open one."""
    inner, _nullable = optional(annotation)
    if get_origin(inner) is not Annotated:
        return ()
    return next((note.values for note in get_args(inner) if isinstance(note, OneOf)), ())


def by_response_key(source: Any, info: GraphQLResolveInfo[Any], **_arguments: Any) -> Any:
    """The value of a field with arguments: each of its uses in a selection has one of its own."""
    return (source.lists if isinstance(source, Node) else source)[use(str(info.path.key))]


def use(response_key: str) -> str:
    """Under which name the value for a response key stands beside the stored ones."""
    return f"\0{response_key}"


def languages(meta: Any) -> list[dict[str, str]]:
    """``meta.languages`` as a list, its paths in the names of the schema."""
    return [{"field": names.camel(path), **note} for path, note in meta["languages"].items()]


def _languages(output: Types) -> GraphQLField:
    if LanguageNote not in output.structures:
        note = output.structure(LanguageNote)
        output.structures[LanguageNote] = GraphQLObjectType(
            "FieldLanguage",
            lambda: {
                "field": given(GraphQLNonNull(GraphQLString), "field"),
                **{name: given(field.type, name) for name, field in note.fields.items()},
            },
            description=doc(LanguageNote),
        )
    return GraphQLField(
        every(output.structures[LanguageNote]),
        resolve=lambda source, _info: languages(source.data["meta"]),
        description="The values that are in another language than the item.",
        extensions={"languages": True},
    )


def _type_of(value: Any, _info: GraphQLResolveInfo[Any], _type: Any) -> str:
    return names.of_type(value.data["meta"]["type"])


def _type_enum(name: str, types: Iterable[str], description: str) -> GraphQLEnumType:
    return GraphQLEnumType(
        name,
        {names.of_type(public_type): public_type for public_type in sorted(types)},
        description=description,
    )


def _is_big(model: type[Any], name: str) -> bool:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return isinstance(field, models.BigIntegerField | models.PositiveBigIntegerField)


def _long(type_: GraphQLOutputType) -> GraphQLOutputType:
    return GraphQLNonNull(LONG) if isinstance(type_, GraphQLNonNull) else LONG
