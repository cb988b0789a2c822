"""Random valid queries over the schema, from a seed: the same ones on every machine."""

import random
from collections.abc import Sequence
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLUnionType,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)

from cms.graphql.schema import schema

LOCALES = ("en", "fr")


class Generator:
    """Makes queries. ``ids``: by root field, what its look-ups may be asked for."""

    def __init__(self, seed: int, ids: dict[str, Sequence[Any]]) -> None:
        self.chance = random.Random(seed)
        self.ids = ids
        self.fragments: list[str] = []
        self.aliases = 0

    def query(self) -> str:
        """A query of one to three root fields, within all limits more often than not."""
        self.fragments = []
        self.aliases = 0
        root = schema().query_type
        assert root is not None
        names = self.chance.sample(sorted(root.fields), k=self.chance.choice([1, 1, 1, 2, 3]))
        parts = [self._root(name, root.fields[name]) for name in names]
        head = self.chance.choice(["", "query ", "query Named "])
        variables = "($yes: Boolean = true, $no: Boolean = false)" if head else ""
        if head:
            parts.append("a0: __typename @include(if: $yes)\n b0: __typename @skip(if: $no)")
        return f"{head}{variables}{{ {' '.join(parts)} }} {' '.join(self.fragments)}"

    def _root(self, name: str, field: GraphQLField) -> str:
        if name == "changes":
            return f"{name} {self._selection(field, 4)}"
        if "first" in field.args:
            given = [f"first: {self.chance.randint(0, 4)}"]
            if self.chance.random() < 0.7:
                given.append(f"locale: {self.chance.choice(LOCALES)}")
            return f"{name}({', '.join(given)}) {self._selection(field, 8)}"
        number = self.chance.choice(list(self.ids.get(name) or [1]))
        locale = f", locale: {self.chance.choice(LOCALES)}" if self.chance.random() < 0.5 else ""
        return f'{name}(id: "{number}"{locale}) {self._selection(field, 7)}'

    def _selection(self, field: GraphQLField, depth: int) -> str:
        return self._of(get_named_type(field.type), depth)

    def _of(self, type_: GraphQLNamedType, depth: int) -> str:
        parts = ["__typename"] if self.chance.random() < 0.3 else []
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            possible = [part for part in schema().get_possible_types(type_) if self._stands_in(part, type_)]
            for part in self.chance.sample(possible, k=min(len(possible), self.chance.randint(1, 4))):
                below = self._of(part, depth)
                if self.chance.random() < 0.2:
                    name = f"F{len(self.fragments)}"
                    self.fragments.append(f"fragment {name} on {part.name} {below}")
                    parts.append(f"...{name}")
                else:
                    parts.append(f"... on {part.name} {below}")
        if not isinstance(type_, GraphQLUnionType):
            parts += self._fields(type_, depth)
        return f"{{ {' '.join(parts) or '__typename'} }}"

    def _stands_in(self, part: GraphQLNamedType, type_: GraphQLNamedType) -> bool:
        """Whether an object may stand there: in lists of items, only what can have topics (see ``checks``)."""
        listed: Any = schema().get_type("ItemType")
        return type_.name != "Item" or part.name in listed.values

    def _fields(self, type_: Any, depth: int) -> list[str]:
        names = sorted(type_.fields)
        parts = []
        for name in self.chance.sample(names, k=min(len(names), self.chance.randint(1, 6))):
            field = type_.fields[name]
            alias = ""
            if self.aliases < 15 and self.chance.random() < 0.08:
                self.aliases += 1
                alias = f"{name}_{self.aliases}: "
            directive = self.chance.choice(["", "", "", "", " @include(if: true)", " @skip(if: false)"])
            if is_leaf_type(get_named_type(field.type)):
                parts.append(f"{alias}{name}{directive}")
            elif depth > 1 and not (is_abstract_type(get_named_type(field.type)) and depth < 3):
                given = ""
                if "about" in field.extensions:
                    given = f"(first: {self.chance.randint(0, 2)})"
                elif "facets" in field.extensions:
                    given = "(names: [kind, topic])"
                parts.append(f"{alias}{name}{given}{directive} {self._selection(field, depth - 1)}")
        return parts
