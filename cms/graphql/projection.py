"""Compiles a selection to Python that makes the answer straight from the stored JSON.

graphql-core resolves field by field; the text made here takes the same values from the same places in one pass. It
vouches for plain success alone: where anything is not exactly as the schema says (a name is missing, a value is null or
of another type, a type is unknown) it gives up, and graphql-core makes the answer, errors and all. That both give the
same bytes is a test over generated queries and spoilt rows.

Where cards hold all that is asked for, items are read with their places filled (``cms.store.ready``), and nothing is
looked up for the answer.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from cms.graphql.items import TRANSLATIONS, languages, use
from cms.graphql.plan import Plan
from cms.graphql.scalars import LONG
from cms.graphql.selections import Out, Selection
from cms.graphql.types import stored_at
from cms.store.filling import TRANSLATION

Made = dict[str, Any]
Project = Callable[[Made, None], Made]
encode = msgspec.json.Encoder().encode
# A plan is compiled when it is used a second time: most documents of a client come again, most of an attacker do not.
COMPILED_AT_USE = 2


class Figures:
    """What became of answers since the process began."""

    projected = 0
    fallbacks = 0  # a projection gave up
    compiled = 0


figures = Figures()


class Unlike(Exception):
    """A value is not as the schema says."""


class Unfit(Exception):
    """The selection asks for something that filled texts say otherwise."""


def takes_filled(plan: Plan) -> bool:
    """Whether the answer is to be made of items with their places filled (``project_filled``)."""
    if not plan.is_settled or plan.introspects or plan.projection is None:
        return False
    if plan.of_filled is None:
        try:
            plan.of_filled = compiled(plan, filled=True)
        except Unfit:
            plan.is_settled = False
            return False
    return True


def project_filled(plan: Plan, data: Made) -> bytes | None:
    """As ``project``, of items with their places filled."""
    return _made(plan.of_filled, data)


def project(plan: Plan, data: Made) -> bytes | None:
    """The JSON of the answer; None where the selection is not compiled or the data are not as the schema says."""
    if plan.introspects:
        return None
    if plan.projection is None:
        plan.uses += 1
        if plan.uses < COMPILED_AT_USE:
            return None
        plan.projection = compiled(plan)
    return _made(plan.projection, data)


def _made(projection: Project, data: Made) -> bytes | None:
    try:
        answer = projection(data, None)
    except Exception:
        # Whatever it is: graphql-core meets it again and says it with its path, or masks it.
        figures.fallbacks += 1
        return None
    figures.projected += 1
    return encode({"data": answer})


def compiled(plan: Plan, *, filled: bool = False) -> Project:
    """The projection of a plan, of items with places or with these filled. Raises Unfit."""
    source = _Source(filled)
    root = source.function(plan.root)
    space: dict[str, Any] = dict(source.constants)
    exec(compile(source.text, "<selection>", "exec"), space)  # noqa: S102  # of our own making: names come as constants
    figures.compiled += 1
    made: Project = space[root]
    return made


class _Source:
    """The text of the functions, one for each selection, and the constants that they read."""

    def __init__(self, filled: bool) -> None:
        self.filled = filled
        self.lines: list[str] = []
        self.constants: dict[str, Any] = {"Unlike": Unlike, "languages": languages}
        self._functions: dict[tuple[int, bool], str] = {}
        self._tables: dict[tuple[tuple[str, int], ...], str] = {}

    @property
    def text(self) -> str:
        """The whole module."""
        return "\n".join(self.lines)

    def function(self, selection: Selection, *, flat: bool = False) -> str:
        """The name of the function that projects one structure. It takes the stored value and the node it is of.

        ``flat``: a translation in a filled text, which says few things of itself, and these without ``meta``.
        """
        key = (id(selection), flat)
        known = self._functions.get(key)
        if known is not None:
            return known
        name = self._functions[key] = f"f{len(self._functions)}"
        lines = [f"def {name}(d, n):"]
        if not flat and any(
            (stored_at(out.definition) or ("",))[0] == "meta" for out in selection.outs if out.field
        ):
            lines.append(" m = d['meta']")
        parts = []
        for number, out in enumerate(selection.outs):
            value = self._value(out, selection, f"v{number}", lines, flat)
            parts.append(f"{out.key!r}: {value}")
        lines.append(f" return {{{', '.join(parts)}}}")
        self.lines += lines
        return name

    def _value(self, out: Out, selection: Selection, variable: str, lines: list[str], flat: bool) -> str:
        """An expression for the value of ``out``; what must be checked before goes to ``lines``."""
        if out.field is None:
            return repr(selection.type.name)
        lines.append(f" {variable} = {_flat_place(out) if flat else _place(out, selection)}")
        form = None if self.filled else out.extensions.get("form")
        if form == "items":
            lines.append(f" {variable} = n.many({variable})")
        elif form == "item":
            lines.append(f" if {variable} is not None: {variable} = n.one({variable})")
        return self._complete(out, out.type, variable, lines, " ")

    def _complete(self, out: Out, type_: Any, variable: str, lines: list[str], indent: str) -> str:
        """Check the value of ``variable`` against ``type_``; returns the expression for it in the answer."""
        if is_non_null_type(type_):
            return self._present(out, type_.of_type, variable, lines, indent)
        lines.append(f"{indent}if {variable} is not None:")
        inner: list[str] = []
        expression = self._present(out, type_, variable, inner, f"{indent} ")
        lines += inner
        if expression != variable:
            lines.append(f"{indent} {variable} = {expression}")
        elif not inner:
            lines.append(f"{indent} pass")
        return variable

    def _present(self, out: Out, type_: Any, variable: str, lines: list[str], indent: str) -> str:
        if is_list_type(type_):
            lines.append(f"{indent}if {variable}.__class__ is not list: raise Unlike")
            part = f"{variable}_"
            inner: list[str] = []
            expression = self._complete(out, type_.of_type, part, inner, f"{indent} ")
            if not inner:
                return f"[{expression} for {part} in {variable}]"
            made = f"{variable}s"
            lines.append(f"{indent}{made} = []")
            lines.append(f"{indent}for {part} in {variable}:")
            lines += inner
            lines.append(f"{indent} {made}.append({expression})")
            return made
        if is_leaf_type(type_):
            return self._leaf(out, type_, variable, lines, indent)
        return self._structure(out, type_, variable)

    def _leaf(self, out: Out, type_: Any, variable: str, lines: list[str], indent: str) -> str:
        if isinstance(type_, GraphQLEnumType):
            values = self._constant(frozenset(type_.values))
            lines.append(f"{indent}if {variable} not in {values}: raise Unlike")
            return variable
        if type_ is GraphQLID:
            lines.append(f"{indent}if {variable}.__class__ is int: {variable} = str({variable})")
        lines.append(f"{indent}if {_unlike(type_, variable)}: raise Unlike")
        form = out.extensions.get("form")
        if form in ("html", "address") and not self.filled:
            lines.append(f"{indent}if '\\x01' in {variable}: {variable} = n.{form}({variable})")
        return variable

    def _structure(self, out: Out, type_: Any, variable: str) -> str:
        flat = self.filled and stored_at(out.definition) == TRANSLATIONS
        if flat and list(out.below) != [type_.name]:
            raise Unfit
        functions = {name: self.function(selection, flat=flat) for name, selection in out.below.items()}
        first = next(iter(out.below.values()))
        if self.filled and "item" in first.type.extensions:
            given, tag, tag_of = f"({variable}, None)", "item", f"{variable}['meta']['type']"
        elif "item" in first.type.extensions:
            given = f"({variable}.data, {variable})"
            tag, tag_of = "item", f"{variable}.data['meta']['type']"
        else:
            given = f"({variable}, n)"
            tag, tag_of = "block", f"{variable}['type']"
        if len(functions) == 1 and type_.name in functions:
            return f"{functions[type_.name]}{given}"
        table = self._table({s.type.extensions[tag]: functions[name] for name, s in out.below.items()})
        return f"{table}[{tag_of}]{given}"

    def _table(self, functions: Mapping[str, str]) -> str:
        """A dictionary from tags to functions, written behind the functions that it names."""
        key = tuple(sorted((tag, int(function[1:])) for tag, function in functions.items()))
        if key not in self._tables:
            self._tables[key] = f"t{len(self._tables)}"
            listed = ", ".join(f"{tag!r}: {function}" for tag, function in functions.items())
            self.lines.append(f"{self._tables[key]} = {{{listed}}}")
        return self._tables[key]

    def _constant(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name


def _place(out: Out, selection: Selection) -> str:
    """An expression for where the value of ``out`` stands."""
    keys = stored_at(out.definition)
    if "languages" in out.extensions:
        return "languages(d['meta'])"
    if "given" in out.extensions:
        return f"d[{out.extensions['given']!r}]"
    if keys is None:
        return f"{'n.lists' if 'item' in selection.type.extensions else 'd'}[{use(out.key)!r}]"
    if keys[0] == "meta" and len(keys) == 2:
        return f"m[{keys[1]!r}]"
    return "d" + "".join(f"[{key!r}]" for key in keys)


def _flat_place(out: Out) -> str:
    """As ``_place``, in a translation of a filled text. Raises Unfit for what that does not say."""
    keys = stored_at(out.definition) or ("",)
    if keys[-1] not in TRANSLATION:
        raise Unfit
    return f"d[{keys[-1]!r}]"


def _unlike(type_: Any, variable: str) -> str:
    """An expression for whether a leaf is not as its type says."""
    if type_ is GraphQLInt:
        return f"{variable}.__class__ is not int or not -2147483648 <= {variable} <= 2147483647"
    if type_ is LONG:
        return f"{variable}.__class__ is not int"
    if type_ is GraphQLFloat:
        return f"{variable}.__class__ is not float"
    if type_ is GraphQLBoolean:
        return f"{variable} is not True and {variable} is not False"
    return f"{variable}.__class__ is not str"
