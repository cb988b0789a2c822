"""GraphQL documents made by chance from a schema: valid ones, and the same broken in one place."""

import json
import random
import string
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_required_argument,
)

TEXTS = (
    *(
        "",
        "sea",
        "mer",
        "release-3",
        "communique-3",
        "/fr/actualites/",
        "/en/",
        "exercise-1",
        "2026-01-31",
        "en",
        "zz",
    ),
    *(
        "2026-01-31T14:30:00Z",
        "statement",
        "a\x00",
        "'",
        '"',
        "%s",
        "{{7*7}}",
        "é",
        "\u2028",
        "a" * 2_000,
        "root",
        "-1",
    ),
    *(
        "0",
        "1",
        "9223372036854775808",
        "00000000-0000-0000-0000-000000000000",
        "WzEsWyItZGF0ZSJdXQ",
        "__typename",
    ),
)
NUMBERS = (0, 1, 2, 5, 20, 100, 101, -1, 2**31 - 1, 2**31, 10**30, 1_000_000)
WORDS = (
    "query",
    "mutation",
    "fragment",
    "on",
    "Query",
    "id",
    "title",
    "items",
    "__schema",
    "true",
    "null",
    "@skip",
    "$v1",
    "...",
)
SIGNS = "{}()[]:,!$@=|&\"' \n#\\\x00é…"


@dataclass
class Documents:
    """Makes documents. ``ids`` are those that something has; ``deepest`` the deepest selection."""

    schema: GraphQLSchema
    chance: random.Random
    ids: Sequence[int]
    deepest: int = 5
    _declared: dict[str, str] = field(default_factory=dict)
    _variables: dict[str, Any] = field(default_factory=dict)

    def valid(self) -> tuple[str, dict[str, Any]]:
        """A document that the schema allows, with variables; its values may be refused, and its size."""
        self._declared, self._variables = {}, {}
        query = self.schema.query_type
        body = self._selection(query, 0)
        declared = ", ".join(f"{name}: {type_}" for name, type_ in self._declared.items())
        name = self.chance.choice(("", " Asked"))
        return f"query{name}{f'({declared})' if declared else ''} {body}", self._variables

    def broken(self) -> tuple[str, Any]:
        """The same with one to three wounds."""
        text, variables = self.valid()
        for _ in range(self.chance.randint(1, 3)):
            text = self._wounded(text)
        given = self.chance.choice((variables, variables, None, [], "x", {"v1": {"a": [1]}}))
        return text, given

    def _selection(self, parent: Any, depth: int) -> str:
        chosen = []
        fields = getattr(parent, "fields", {})
        leaves = [name for name, one in fields.items() if not is_composite_type(get_named_type(one.type))]
        names = list(fields) if depth < self.deepest else leaves
        for name in self.chance.sample(names, k=min(len(names), self.chance.randint(1, 4))):
            chosen.append(self._field(name, fields[name], depth))
        if is_abstract_type(parent) and (not chosen or self.chance.random() < 0.5):
            for one in self.chance.sample(list(self.schema.get_possible_types(parent)), k=1):
                chosen.append(f"... on {one.name} {self._selection(one, depth + 1)}")
        if not chosen or self.chance.random() < 0.1:
            chosen.append("__typename")
        return "{ " + " ".join(chosen) + " }"

    def _field(self, name: str, one: GraphQLField, depth: int) -> str:
        given = [
            f"{argument}: {self._argument(spec.type)}"
            for argument, spec in one.args.items()
            if is_required_argument(spec) or self.chance.random() < 0.12
        ]
        # Fields of one name and other arguments or types do not go together under it.
        alias = f"a{self.chance.randrange(1_000_000)}: " if given or self.chance.random() < 0.1 else ""
        below = get_named_type(one.type)
        skip = (
            f" @include(if: {self._argument(GraphQLNonNull(self.schema.get_type('Boolean')))})"
            if self.chance.random() < 0.05
            else ""
        )
        arguments = f"({', '.join(given)})" if given else ""
        text = f"{alias}{name}{arguments}{skip}"
        return f"{text} {self._selection(below, depth + 1)}" if is_composite_type(below) else text

    def _argument(self, type_: Any) -> str:
        if self.chance.random() < 0.2:
            name = f"$v{len(self._declared) + 1}"
            self._declared[name] = str(type_)
            self._variables[name[1:]] = self._value(type_, variable=True)
            return name
        return str(self._value(type_, variable=False))

    def _value(self, type_: Any, *, variable: bool) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self._value(type_.of_type, variable=variable)
        if isinstance(type_, GraphQLList):
            parts = [self._value(type_.of_type, variable=variable) for _ in range(self.chance.randint(0, 3))]
            return parts if variable else "[" + ", ".join(map(str, parts)) + "]"
        if isinstance(type_, GraphQLEnumType):
            return self.chance.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            given = {
                name: self._value(one.type, variable=variable)
                for name, one in type_.fields.items()
                if isinstance(one.type, GraphQLNonNull) or self.chance.random() < 0.4
            }
            return (
                given
                if variable
                else "{" + ", ".join(f"{name}: {value}" for name, value in given.items()) + "}"
            )
        plain: Any
        if type_.name in ("Int", "Float", "Long"):
            plain = self.chance.choice(NUMBERS) if self.chance.random() < 0.5 else self.chance.randint(0, 100)
        elif type_.name == "Boolean":
            plain = self.chance.random() < 0.5
        elif type_.name == "ID" and self.chance.random() < 0.7:
            plain = str(self.chance.choice(self.ids))
        else:
            plain = self.chance.choice(TEXTS)
        return plain if variable else json.dumps(plain)

    def _wounded(self, text: str) -> str:
        start = self.chance.randrange(len(text))
        end = min(len(text), start + self.chance.randint(0, 12))
        put = self.chance.choice(
            (
                "",
                text[start:end] * 2,
                self.chance.choice(WORDS),
                self.chance.choice(SIGNS),
                "{ id " * self.chance.randint(1, 20),
                "".join(self.chance.choices(string.printable, k=8)),
                f"a: {self.chance.choice(WORDS)} ",
            )
        )
        return text[:start] + put + text[end:]
