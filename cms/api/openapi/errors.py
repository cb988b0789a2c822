"""Problems as the document shows them: a real one of each kind, and a real one of each parameter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.api import parameters, problems
from cms.api.openapi.schemas import Schema, described, structure
from cms.api.problems import Problem
from cms.api.query import LONGEST_QUERY, MOST_PARAMETERS, Parameter, Query

SITE = "https://news.example.org"  # of no installation, so that the document is the same in all
REQUEST_ID = "5f0c2a9be1d34f7f8a6d1c0b9e8f7a65"
NAME = "Problem"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: one that is such, and when it arises."""

    sample: Callable[[], Problem]
    about: str | Promise


def _caught(query: str, *taken: Parameter[Any]) -> Callable[[], Problem]:
    """What reading this query raises."""

    def catch() -> Problem:
        try:
            Query(query, taken)
        except Problem as problem:
            return problem
        raise ValueError(f"The query {query!r} is no example of a problem.")

    return catch


KINDS: Sequence[Kind] = (
    Kind(
        _caught("limt=5", parameters.LIMIT, parameters.OFFSET),
        gettext_lazy("A parameter that the address does not take. The nearest name is suggested."),
    ),
    Kind(
        lambda: problems.not_filterable("byline", "Ann", ["kind", "number", "place"]),
        gettext_lazy("A field that items have, but by which lists cannot be filtered."),
    ),
    Kind(
        _caught("limit=5&limit=10", parameters.LIMIT),
        gettext_lazy("A parameter given more than once."),
    ),
    Kind(
        _caught("limit=1000", parameters.LIMIT),
        gettext_lazy("A value that is not possible, empty or too long. What is possible is said."),
    ),
    Kind(
        _caught("tag=%00", parameters.TAG),
        gettext_lazy("Control characters, or text that is not UTF-8."),
    ),
    Kind(
        _caught("a" * (LONGEST_QUERY + 1)),
        gettext_lazy("More characters or more parameters than a query may have."),
    ),
    Kind(
        lambda: problems.one_of("html_path", "id"),
        gettext_lazy("None, or several, of parameters of which exactly one is needed."),
    ),
    Kind(
        problems.not_found,
        gettext_lazy(
            "Nothing public has this id or path. What is hidden and what never was are answered alike."
        ),
    ),
    Kind(
        problems.forgotten,
        gettext_lazy("Changes since a version of the store that is too old. Read everything afresh."),
    ),
    Kind(
        lambda: problems.unknown_address(["/api/v2/pages/", "/api/v2/images/"]),
        gettext_lazy("An address that the interface does not have."),
    ),
    Kind(
        lambda: problems.method_not_allowed("POST"),
        gettext_lazy("Another method than GET, HEAD and OPTIONS: the interface is for reading."),
    ),
    Kind(problems.failure, gettext_lazy("A failure of ours. It is on record under the request id.")),
    Kind(problems.unavailable, gettext_lazy("The database does not answer. Ask again after some seconds.")),
)
LIMITS = {"characters": LONGEST_QUERY, "parameters": MOST_PARAMETERS}
# Texts that one parameter or another cannot take; the first that is refused serves as its example.
WRONG = ("?", ",", "…", "x" * 80)


def example(problem: Problem, instance: str = "/api/v2/pages/") -> dict[str, Any]:
    """The problem as a response would say it."""
    return problem.members_of(site=SITE, instance=instance, request_id=REQUEST_ID)


def example_of(parameter: Parameter[Any]) -> Problem:
    """What a value that the parameter cannot take is answered with."""
    for text in WRONG:
        try:
            parameter.parse(parameter.name, text)
        except Problem as problem:
            return problem
    return _caught(f"{parameter.name}=", parameter)()


def schema() -> Schema:
    """The schema of problems (RFC 9457)."""
    text = {"type": "string"}
    codes = list(kinds())
    properties = {
        "type": described(
            {"type": "string", "format": "uri", "pattern": f"/api/v2/docs/#({'|'.join(codes)})$"},
            _("What kind of problem it is: its end never changes and is what programs should read."),
        ),
        "title": described(text, _("The kind of problem, for people.")),
        "status": described({"type": "integer"}, _("The HTTP status.")),
        "detail": described(text, _("What is wrong and what would be right, for people.")),
        "instance": described({"type": "string"}, _("The path that was asked.")),
        "request_id": described(text, _("The id under which the request is on record.")),
        "parameter": described(text, _("The parameter that is wrong.")),
        "value": described(text, _("Its value, shortened.")),
        "allowed": described({"type": "array", "items": text}, _("What would be allowed.")),
        "suggestion": described(text, _("What was probably meant.")),
    }
    required = ("type", "title", "status", "detail", "instance", "request_id")
    return structure(properties, required=required, description=_("A problem (RFC 9457)."))


def kinds() -> dict[str, Problem]:
    """A problem of each kind, by its code."""
    return {problem.code: problem for problem in (kind.sample() for kind in KINDS)}


def shared_examples() -> dict[str, Schema]:
    """The examples that responses refer to, by code."""
    return {code: {"value": example(problem)} for code, problem in kinds().items()}


def response(description: str, codes: Sequence[str], own: Mapping[str, Problem], instance: str) -> Schema:
    """A response that is a problem: examples of ``codes``, and ``own`` ones by name."""
    shown: dict[str, Any] = {code: {"$ref": f"#/components/examples/{code}"} for code in codes}
    shown |= {name: {"value": example(problem, instance)} for name, problem in own.items()}
    content = {"schema": {"$ref": f"#/components/schemas/{NAME}"}, "examples": shown}
    headers = {"X-Request-ID": {"$ref": "#/components/headers/X-Request-ID"}}
    return {
        "description": description,
        "headers": headers,
        "content": {"application/problem+json": content},
    }
