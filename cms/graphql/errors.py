"""Errors as GraphQL gives them: a message for people, a code and a path for programs.

A code never changes. Whatever else is raised while an answer is made is on record under the request id, and its text
stays there.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _
from graphql import GraphQLError, Node

from cms.contract.http import shown

BAD_REQUEST = "BAD_REQUEST"
BAD_INPUT = "BAD_USER_INPUT"
PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
FAILURE = "INTERNAL_SERVER_ERROR"
UNAVAILABLE = "SERVICE_UNAVAILABLE"

logger = logging.getLogger(__name__)


class Refused(Exception):
    """A request that is answered with errors alone. ``status`` is that of HTTP."""

    def __init__(self, errors: Sequence[GraphQLError], status: int = 400) -> None:
        super().__init__(errors[0].message)
        self.errors = tuple(errors)
        self.status = status


def refused(
    code: str,
    message: str,
    *,
    status: int = 400,
    nodes: Sequence[Node] = (),
    path: Sequence[str | int] | None = None,
    **details: Any,
) -> Refused:
    """A refusal for one reason. ``details`` stand beside the code."""
    error = GraphQLError(message, list(nodes) or None, path=path, extensions={"code": code, **details})
    return Refused([error], status)


def bad_input(argument: str, value: Any, rule: str, nodes: Sequence[Node], path: Sequence[str]) -> Refused:
    """An argument's value that cannot be used. ``rule`` says what can, in a sentence."""
    message = _("%(name)s: the value “%(value)s” cannot be used.") % {
        "name": argument,
        "value": shown(str(value)),
    }
    return refused(
        BAD_INPUT, f"{message} {rule}", nodes=nodes, path=path, argument=argument, value=shown(str(value))
    )


def formatted(error: GraphQLError, identity: str) -> Mapping[str, Any]:
    """An error as it is answered. What was not meant for readers is put on record under ``identity``."""
    cause = error.original_error
    if isinstance(cause, GraphQLError):
        cause = None
    if cause is None and "code" in (error.extensions or {}):
        return error.formatted
    # An execution error without a code of ours: data that contradict the schema, or a fault.
    found = dict(error.formatted)
    found["message"] = failure_message(identity)
    found["extensions"] = {"code": FAILURE, "requestId": identity}
    logger.error("Request %s: a GraphQL field failed at %s.", identity, error.path, exc_info=cause or error)
    return found


def failure(error: Exception, identity: str) -> Refused:
    """A fault of ours as a refusal: generic words, the text of the fault in the log alone."""
    logger.error("Request %s failed.", identity, exc_info=error)
    if isinstance(error, OperationalError | InterfaceError):
        return refused(
            UNAVAILABLE, _("The newsroom cannot be read now. Please ask again in a moment."), status=503
        )
    return refused(FAILURE, failure_message(identity), status=500, requestId=identity)


def failure_message(identity: str) -> str:
    """What readers are told of a fault."""
    return _("The answer could not be made. The failure is on record under the request id %(id)s.") % {
        "id": identity
    }
