"""Cases from the OpenAPI document by schemathesis, and what an answer must be."""

import copy
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema_rs
import schemathesis
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from tests.contract.asking import kept, strict
from tests.measuring import MOST_SECONDS, measured

QUIET = settings(
    database=None, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
)


@dataclass
class Findings:
    """What was asked and found."""

    statuses: Counter[int] = field(default_factory=Counter)
    paths: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    most_statements: int = 0

    @property
    def asked(self) -> int:
        """How many requests there were."""
        return self.statuses.total()

    def __str__(self) -> str:
        counts = ", ".join(f"{status}: {count}" for status, count in sorted(self.statuses.items()))
        return f"{self.asked} requests ({counts}), slowest {self.slowest:.2f} s, {self.most_statements} statements at most"


@lru_cache(maxsize=64)
def validator(path: str, status: str, cut: bool) -> Any:
    """Of the answers of an operation. ``cut``: ``fields`` has chosen, so nothing need be there."""
    document = strict()
    if cut:
        document = copy.deepcopy(document)
        for schema in _schemas(document):
            schema.pop("required", None)
            # A page whose type is not shown may be of any type.
            if "oneOf" in schema:
                schema["anyOf"] = schema.pop("oneOf")
    answer = document["paths"][path]["get"]["responses"][status]
    while "$ref" in answer:
        answer = _at(document, answer["$ref"])
    (content,) = answer["content"].values()
    schema = {**content["schema"], "components": document["components"]}
    return jsonschema_rs.Draft202012Validator(schema)


def _at(document: Any, pointer: str) -> Any:
    for part in pointer.removeprefix("#/").split("/"):
        document = document[part.replace("~1", "/").replace("~0", "~")]
    return document


def _schemas(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "required" in value or "oneOf" in value:
            yield value
        for part in value.values():
            yield from _schemas(part)
    elif isinstance(value, list):
        for part in value:
            yield from _schemas(part)


def ask_all(count: int, chosen: int, known: dict[str, list[int]]) -> Findings:
    """Ask ``count`` requests of all operations, half of them as documented and half not.

    ``known``: ids by collection, put into half of the addresses of items, so that there is something to answer.
    """
    found = Findings()
    schema = schemathesis.openapi.from_dict(kept())
    operations = [operation.ok() for operation in schema.get_all_operations()]
    kinds = [(operation, mode) for operation in operations for mode in GenerationMode]
    each, turn = max(1, count // len(kinds)), 0
    while found.asked < count:
        for operation, mode in kinds:
            _ask_some(operation, mode, each, chosen + turn, known, found)
            turn += 1
    return found


def _ask_some(
    operation: Any,
    mode: GenerationMode,
    count: int,
    chosen: int,
    known: dict[str, list[int]],
    found: Findings,
) -> None:
    client = Client(raise_request_exception=False)
    ids = known.get(operation.path.split("/")[3], [])

    @seed(chosen)
    @settings(QUIET, max_examples=count)
    @given(case=operation.as_strategy(generation_mode=mode), number=st.none() | st.sampled_from(ids or [1]))
    def one(case: Any, number: int | None) -> None:
        if number is not None and "id" in (case.path_parameters or {}):
            case.path_parameters["id"] = number
        _ask(client, operation.path, case, found)

    # An operation that takes nothing cannot be asked wrongly.
    with suppress(Unsatisfiable):
        one()


def _ask(client: Client, path: str, case: Any, found: Findings) -> None:
    address = path
    for name, value in (case.path_parameters or {}).items():
        address = address.replace(f"{{{name}}}", quote(_text(value), safe="", errors="surrogatepass"))
    pairs = [
        (name, _text(one))
        for name, value in (case.query or {}).items()
        for one in (value if isinstance(value, list) else [value])
    ]
    query = urlencode(pairs, errors="surrogatepass")
    headers = {name: _text(value) for name, value in (case.headers or {}).items()}
    for _ in range(2):  # a second time when another process may have had the machine
        with measured() as cost:
            response = client.get(address, QUERY_STRING=query, headers=headers)
        if cost.seconds < MOST_SECONDS:
            break
    found.statuses[response.status_code] += 1
    found.paths[path] += 1
    found.slowest = max(found.slowest, cost.seconds)
    found.most_statements = max(found.most_statements, len(cost.statements))
    try:
        cost.check("the request")
        check(path, response, cut="fields" in (case.query or {}))
    except AssertionError as error:
        found.faults.append(f"{address}?{query} {headers}: {str(error)[:600]}")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def check(path: str, response: HttpResponse, *, cut: bool) -> None:
    """Fail when this is not an answer that the document allows."""
    status = str(response.status_code)
    documented = kept()["paths"][path]["get"]["responses"]
    assert response.status_code < 500, response.content[:500]
    # A collection is reached by a path that an item's address became: "//", or without its slash.
    assert status in documented or status in ("301", "404"), f"the status {status} is not documented"
    for name, value in response.headers.items():
        assert value.isprintable(), (name, value)
    if status.startswith("3"):
        assert not response.content
        return
    kinds = set(documented[status]["content"]) if status in documented else {"application/problem+json"}
    kind = response["Content-Type"].partition(";")[0]
    assert kind in kinds, f"{kind} is not documented"
    if kind == "text/html":  # the documentation is for people
        return
    answer = json.loads(response.content)
    if response.status_code >= 400:
        assert answer["status"] == response.status_code
        assert answer["request_id"] == response["X-Request-ID"]
    if status in documented:
        complaints = [error.message for error in validator(path, status, cut).iter_errors(answer)]
        assert not complaints, complaints[:3]
