"""What is selected: at one position, for one type that may stand there, the fields of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLOutputType
from graphql.execution.collect_fields import FieldDetails


@dataclass(slots=True, eq=False)
class Out:
    """One field of an answer: its key, the field, its uses in the document, and what is selected below it by type."""

    key: str
    name: str
    field: GraphQLField | None  # None: __typename and introspection
    details: list[FieldDetails]
    below: "Mapping[str, Selection]"

    @property
    def definition(self) -> GraphQLField:
        """The field. Raises LookupError for __typename and introspection."""
        if self.field is None:
            raise LookupError(self.name)
        return self.field

    @property
    def type(self) -> GraphQLOutputType:
        """Its type."""
        return self.definition.type

    @property
    def extensions(self) -> Mapping[str, Any]:
        """What the schema notes of the field."""
        return self.field.extensions if self.field is not None else {}


@dataclass(slots=True, eq=False)
class Selection:
    """The fields of an answer at one position for one type."""

    type: GraphQLObjectType
    outs: list[Out]
