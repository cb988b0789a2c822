"""A newsroom with every kind of block, made once and copied for each module; and a way to ask the interface."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from cms.graphql import documents, views
from search.answers import answers
from tests.kept_database import kept, standing_in
from tests.run_database import RunDatabase
from tests.website.making import Newsroom
from tests.website.newsroom import build

Ask = Callable[..., Any]
JSON = "application/json"


@pytest.fixture(scope="session")
def built(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Newsroom, str]]:
    """The newsroom, kept as a database of its own, and its name."""
    with kept(run_database, django_db_blocker, "graphql", build) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def made(
    built: tuple[Newsroom, str], run_database: RunDatabase, django_db_blocker: DjangoDbBlocker
) -> Iterator[Newsroom]:
    """The newsroom as the module's database."""
    with standing_in(run_database, django_db_blocker, built[1]):
        yield built[0]


@pytest.fixture
def newsroom(made: Newsroom, db: None) -> Newsroom:
    return made


@pytest.fixture(autouse=True)
def _fresh() -> None:
    """A process that has seen no request."""
    documents.forget()
    views.forget()
    answers.clear()


class Answered:
    """An answer: its HTTP response, its parts, and the SQL statements that it took."""

    def __init__(self, response: HttpResponse, statements: list[str]) -> None:
        self.response = response
        self.status = response.status_code
        self.statements = statements
        self.json = json.loads(response.content) if response.content else {}
        self.data = self.json.get("data")
        self.errors = self.json.get("errors", [])

    @property
    def codes(self) -> list[str]:
        """The codes of the errors."""
        return [error["extensions"]["code"] for error in self.errors]


@pytest.fixture
def post(client: Client) -> Ask:
    """Send any body by POST."""

    def send(body: bytes | str, content_type: str = JSON, **headers: str) -> Answered:
        with CaptureQueriesContext(connections["reader"]) as statements:
            response = client.post(
                "/graphql/",
                body,
                content_type=content_type,
                headers={name.replace("_", "-"): value for name, value in headers.items()},
            )
        return Answered(response, [statement["sql"] for statement in statements])

    return send


@pytest.fixture
def ask(post: Ask) -> Ask:
    """Ask a query that must be answered without errors; returns its data."""

    def send(query: str, most: int = 4, language: str = "en", **variables: Any) -> Any:
        answered = post(json.dumps({"query": query, "variables": variables}), Accept_Language=language)
        assert not answered.errors, answered.errors
        assert answered.status == 200
        assert len(answered.statements) <= most, answered.statements
        return answered.data

    return send


@pytest.fixture
def refuse(post: Ask) -> Ask:
    """Ask a query that must be refused before anything is read; returns the first error."""

    def send(query: str, code: str, language: str = "en", status: int = 400, **variables: Any) -> Any:
        answered = post(json.dumps({"query": query, "variables": variables}), Accept_Language=language)
        assert answered.codes[:1] == [code], answered.json
        assert answered.status == status
        assert answered.statements == []
        assert answered.data is None
        return answered.errors[0]

    return send
