"""One newsroom, made once and copied for each module; what a test changes in it is undone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.api.newsroom import Newsroom, build
from tests.kept_database import kept, standing_in
from tests.run_database import RunDatabase

Ask = Callable[..., HttpResponse]


@pytest.fixture(scope="session")
def built(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Newsroom, str]]:
    """The newsroom, kept as a database of its own, and its name."""
    with kept(run_database, django_db_blocker, "api", build) as newsroom:
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


@pytest.fixture
def ask(newsroom: Newsroom, client: Client) -> Ask:
    """Ask an address under /api/v2/ with parameters, and headers by their names.

    Checks the number of SQL statements over the readers' views: ``most``, the store's version included.
    """

    def get(
        address: str, language: str = "", most: int = 3, headers: dict[str, str] | None = None, **query: Any
    ) -> HttpResponse:
        sent = dict(headers or {})
        if language:
            sent["Accept-Language"] = language
        with CaptureQueriesContext(connection) as statements:
            response = client.get(f"/api/v2/{address}", query or None, headers=sent)
        texts = [statement["sql"] for statement in statements]
        assert len([text for text in texts if "public_" in text]) <= most, texts
        if response.status_code < 400:
            assert len(texts) <= most, texts
        return response

    return get
