"""From a document and its variables to the bytes of the answer.

What the selection needs is read first; then the answer is made from what was read, without any more reading: by the
document's compiled projection, or where that will not vouch for it by graphql-core itself, whose errors are the answer's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from graphql import GraphQLError, execute_sync
from graphql.execution.values import VariableValues, get_variable_values

from cms.graphql import projection
from cms.graphql.asked import asked
from cms.graphql.criteria import Asked
from cms.graphql.documents import Document
from cms.graphql.errors import BAD_INPUT, Refused, formatted, refused
from cms.graphql.limits import MOST_ANSWER_BYTES
from cms.graphql.nodes import Data
from cms.graphql.plan import Plan, plan
from cms.graphql.reading import read
from cms.graphql.schema import schema

MOST_VARIABLE_ERRORS = 10
encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Answer:
    """The JSON of an answer, the store version that it is true of, and whether it holds errors."""

    body: bytes
    version: str
    has_errors: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An operation that is known to be within all rules, with the values of its variables and what it asks for."""

    document: Document
    operation_name: str | None
    variables: Mapping[str, Any]
    plan: Plan
    asked: Mapping[int, Asked]


def prepare(
    document: Document, operation_name: str | None, variables: Mapping[str, Any], language: str
) -> Prepared:
    """What an operation will read; nothing is read yet. Raises Refused.

    ``language`` is that of what has no language of its own.
    """
    operation = document.operation(operation_name)
    values = coerced(document, operation_name, variables)
    chosen = plan(document, operation, values)
    return Prepared(document, operation_name, variables, chosen, asked(chosen, values, language))


def execute(prepared: Prepared, identity: str) -> Answer:
    """The answer to an operation. Raises Refused for one that is too large. Faults are on record under ``identity``."""
    body = None
    if projection.takes_filled(prepared.plan):
        data, version = read(prepared.plan, prepared.asked, filled=True)
        body = projection.project_filled(prepared.plan, data)
    if body is None:
        data, version = read(prepared.plan, prepared.asked)
        body = projection.project(prepared.plan, data)
    answer = Answer(body, version) if body is not None else by_graphql_core(prepared, data, version, identity)
    if len(answer.body) > MOST_ANSWER_BYTES:
        text = _("An answer is limited to %(count)d bytes. Ask for fewer items or fewer fields.")
        raise refused("ANSWER_LIMIT", text % {"count": MOST_ANSWER_BYTES}, limit=MOST_ANSWER_BYTES)
    return answer


def coerced(document: Document, operation_name: str | None, variables: Mapping[str, Any]) -> VariableValues:
    """The values of an operation's variables. Raises Refused for those that do not have their types."""
    operation = document.operation(operation_name)
    found = get_variable_values(
        schema(), operation.variable_definitions or (), dict(variables), max_errors=MOST_VARIABLE_ERRORS
    )
    if isinstance(found, list):
        raise Refused([_coded(error) for error in found])
    return found


def by_graphql_core(prepared: Prepared, data: Data, version: str, identity: str) -> Answer:
    """The answer as graphql-core makes it of what was read."""
    result = execute_sync(
        schema(),
        prepared.document.node,
        root_value=data,
        variable_values=dict(prepared.variables),
        operation_name=prepared.operation_name or None,
    )
    if not result.errors:
        return Answer(encode({"data": result.data}), version)
    errors = [formatted(error, identity) for error in result.errors]
    return Answer(encode({"errors": errors, "data": result.data}), version, has_errors=True)


def _coded(error: GraphQLError) -> GraphQLError:
    error.extensions = {"code": BAD_INPUT}
    return error
