"""What a document selects, worked out once: for each position and each type that may stand there the fields to answer,
and what of the stored items must be read for them.

Which fields belong to a selection is graphql-core's own decision (``collect_fields``); nothing is decided twice.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from graphql import (
    GraphQLObjectType,
    OperationDefinitionNode,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.execution.collect_fields import FieldDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues

from cms.graphql.documents import Document
from cms.graphql.errors import refused
from cms.graphql.needs import Items, Needs
from cms.graphql.schema import Root, schema
from cms.graphql.selections import Out, Selection

MOST_SELECTIONS = 1_000  # positions times types
Values = VariableValues


@dataclass(slots=True, eq=False)
class Plan:
    """A selection of the root with the needs of its fields.

    ``projection`` and ``of_filled`` make answers of what was read with places and with these filled, once compiled.
    ``is_settled``: no item is asked for more than cards hold. ``rows_below``: of root fields without lists in them, the
    rows that one of theirs may come to.
    """

    operation: OperationDefinitionNode
    root: Selection
    needs: dict[str, Items]
    introspects: bool
    is_settled: bool = False
    projection: Any = None
    of_filled: Any = None
    uses: int = 0
    rows_below: dict[str, int] = field(default_factory=dict)


def plan(document: Document, operation: OperationDefinitionNode, variables: Values) -> Plan:
    """The plan of an operation under the values of the variables that decide what is selected; kept with the document."""
    name = operation.name.value if operation.name else ""
    key = (name, tuple(variables.coerced.get(condition) for condition in document.conditions))
    known: Plan | None = document.plans.get(key) if _is_small(key) else None
    if known is None:
        known = _Planner(document, operation, variables).plan()
        if len(document.plans) >= 8:  # as many ways to select as one document is kept for
            document.plans.pop(next(iter(document.plans)))
        if _is_small(key):
            document.plans[key] = known
    return known


def _finds_items(out: Out) -> bool:
    root: Root | None = out.extensions.get("root")
    return root is not None and root.way != "changes"


def _is_small(key: tuple[str, tuple[Any, ...]]) -> bool:
    return all(value is None or isinstance(value, bool) for value in key[1])


class _Planner:
    def __init__(self, document: Document, operation: OperationDefinitionNode, variables: Values) -> None:
        self.schema = schema()
        self.document = document
        self.operation = operation
        self.variables = variables
        self.known: dict[Any, Selection] = {}

    def plan(self) -> Plan:
        root_type = self.schema.query_type
        if root_type is None:
            raise LookupError("The schema has no query type.")
        collected = collect_fields(
            self.schema, self.document.fragments, self.variables, root_type, self.operation
        )
        root = Selection(
            root_type,
            [self._out(root_type, key, details) for key, details in collected.grouped_field_set.items()],
        )
        found = Needs()
        needs = {out.key: found.of_root(out) for out in root.outs if _finds_items(out)}
        introspects = any(out.name in ("__schema", "__type") for out in root.outs)
        is_settled = all(items.is_settled for items in needs.values())
        return Plan(self.operation, root, needs, introspects, is_settled)

    def _out(self, parent: GraphQLObjectType, key: str, details: list[FieldDetails]) -> Out:
        name = details[0].node.name.value
        if name.startswith("__"):
            return Out(key, name, None, details, {})
        found = parent.fields[name]
        below: dict[str, Selection] = {}
        named = get_named_type(found.type)
        if is_object_type(named):
            below[named.name] = self._selection(named, details)
        elif is_abstract_type(named):
            for possible in self.schema.get_possible_types(named):
                below[possible.name] = self._selection(possible, details)
        return Out(key, name, found, details, below)

    def _selection(self, type_: GraphQLObjectType, details: list[FieldDetails]) -> Selection:
        key = (type_.name, *(id(detail.node) for detail in details))
        if key not in self.known:
            if len(self.known) >= MOST_SELECTIONS:
                text = _(
                    "A query is limited to %(count)d selections, counted for each type they are made from."
                )
                raise refused("SELECTION_LIMIT", text % {"count": MOST_SELECTIONS}, limit=MOST_SELECTIONS)
            collected = collect_subfields(
                self.schema, self.document.fragments, self.variables, self.operation, type_, details
            )
            self.known[key] = selection = Selection(type_, [])
            selection.outs += [
                self._out(type_, response_key, nodes)
                for response_key, nodes in collected.grouped_field_set.items()
            ]
        return self.known[key]
