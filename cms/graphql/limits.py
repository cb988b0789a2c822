"""Limits of documents, held before anything is executed, in time that grows with the length of the document alone.

Each fragment is measured once and counts wherever it is spread, so that chains of fragments cost nothing to refuse.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

from cms.graphql.errors import refused

MOST_BYTES: Final = 100_000  # of a request
MOST_TOKENS: Final = 1_000
DEEPEST: Final = 10
DEEPEST_INTROSPECTION: Final = 20
MOST_ALIASES: Final = 20
MOST_FIELDS: Final = 1_000  # with every fragment written out
MOST_REPEATS: Final = 100  # of one name in one document
MOST_NESTED_FRAGMENTS: Final = 50
MOST_OPERATIONS: Final = 20
MOST_ROWS: Final = 2_000
MOST_ANSWER_BYTES: Final = 1_000_000
# Fields of introspection that lead from types to types: one inside another multiplies the answer.
RECURRING: Final = frozenset({"fields", "inputFields", "interfaces", "possibleTypes"})
MOST_RECURRING: Final = 2


@dataclass(slots=True)
class Measure:
    """What a selection amounts to with its fragments written out. ``depth`` counts levels of fields."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    recurring: int = 0


def check(document: DocumentNode) -> None:
    """Hold ``document`` to the limits. Raises Refused with the code of the first that it passes."""
    operations = [part for part in document.definitions if isinstance(part, OperationDefinitionNode)]
    fragments = {
        part.name.value: part for part in document.definitions if isinstance(part, FragmentDefinitionNode)
    }
    if len(operations) > MOST_OPERATIONS:
        text = _("A document is limited to %(count)d operations.") % {"count": MOST_OPERATIONS}
        raise refused("OPERATION_LIMIT", text, limit=MOST_OPERATIONS)
    for operation in operations:
        if operation.operation is not OperationType.QUERY:
            text = _("The interface is for reading: it has queries, no mutations and no subscriptions.")
            raise refused("OPERATION_NOT_SUPPORTED", text, nodes=[operation])
    measures = _Measures(fragments)
    for operation in operations:
        _hold(measures.of(operation.selection_set, 0), operation)
    # A fragment that no operation spreads is refused by validation; until then it must not cost more.
    for fragment in fragments.values():
        _hold(measures.of_fragment(fragment.name.value, 0), fragment)
    _repeats(measures.names)


def _hold(found: Measure, node: OperationDefinitionNode | FragmentDefinitionNode) -> None:
    introspects = any(
        isinstance(field, FieldNode) and field.name.value in ("__schema", "__type")
        for field in node.selection_set.selections
    )
    deepest = DEEPEST_INTROSPECTION if introspects or _is_of_introspection(node) else DEEPEST
    limits: tuple[tuple[str, int, int, Callable[[], str]], ...] = (
        ("DEPTH_LIMIT", found.depth, deepest, lambda: _("A query is limited to %(count)d levels.")),
        ("ALIAS_LIMIT", found.aliases, MOST_ALIASES, lambda: _("A query is limited to %(count)d aliases.")),
        (
            "FIELD_LIMIT",
            found.fields,
            MOST_FIELDS,
            lambda: _("A query is limited to %(count)d fields, with its fragments written out."),
        ),
        (
            "INTROSPECTION_LIMIT",
            found.recurring,
            MOST_RECURRING,
            lambda: _("Lists within lists of types are limited to %(count)d levels."),
        ),
    )
    for code, number, most, text in limits:
        if number > most:
            raise refused(code, text() % {"count": most}, nodes=[node], limit=most)


def _is_of_introspection(node: OperationDefinitionNode | FragmentDefinitionNode) -> bool:
    return isinstance(node, FragmentDefinitionNode) and node.type_condition.name.value.startswith("__")


def _repeats(names: Mapping[str, int]) -> None:
    """Comparing fields of one name with each other is quadratic in their number: validation does it."""
    for name, number in names.items():
        if number > MOST_REPEATS:
            text = _("A document may hold one field name %(count)d times; it holds “%(name)s” more often.")
            raise refused(
                "REPETITION_LIMIT", text % {"count": MOST_REPEATS, "name": name[:60]}, limit=MOST_REPEATS
            )


class _Measures:
    """Measures of selections, each fragment's kept. A fragment within itself counts as nothing: validation refuses it."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.known: dict[str, Measure] = {}
        self.names: dict[str, int] = {}

    def of_fragment(self, name: str, nested: int) -> Measure:
        if name not in self.known:
            self.known[name] = Measure()
            fragment = self.fragments.get(name)
            if fragment is not None:
                self.known[name] = self.of(fragment.selection_set, nested)
        return self.known[name]

    def of(self, selection_set: SelectionSetNode, nested: int) -> Measure:
        """The measure of a selection. ``nested``: how many selections stand around it, for the recursion's sake."""
        if nested > MOST_NESTED_FRAGMENTS:
            text = _("Selections may stand within each other %(count)d times.")
            raise refused("DEPTH_LIMIT", text % {"count": MOST_NESTED_FRAGMENTS}, limit=MOST_NESTED_FRAGMENTS)
        total = Measure()
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                self._add_field(total, selection, nested)
            elif isinstance(selection, InlineFragmentNode):
                _add(total, self.of(selection.selection_set, nested + 1))
            elif isinstance(selection, FragmentSpreadNode):
                _add(total, self.of_fragment(selection.name.value, nested + 1))
        return total

    def _add_field(self, total: Measure, field: FieldNode, nested: int) -> None:
        name = field.name.value
        self.names[name] = self.names.get(name, 0) + 1
        below = self.of(field.selection_set, nested + 1) if field.selection_set else Measure()
        _add(
            total,
            Measure(
                below.depth + 1,
                below.fields + 1,
                below.aliases + (1 if field.alias else 0),
                below.recurring + (1 if name in RECURRING else 0),
            ),
        )


def _add(total: Measure, part: Measure) -> None:
    total.depth = max(total.depth, part.depth)
    total.recurring = max(total.recurring, part.recurring)
    total.fields += part.fields
    total.aliases += part.aliases
