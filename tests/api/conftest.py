"""One newsroom, made once and copied for each module; what a test changes in it is undone."""

import gc
import os
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.api.newsroom import Newsroom, build
from tests.run_database import RunDatabase, separate_reader
from tests.servers import PREFIX

Ask = Callable[..., HttpResponse]
NAME = f"{PREFIX}run_api_{os.getpid()}"


@pytest.fixture(scope="session")
def built(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[Newsroom]:
    """The newsroom, kept as a database of its own."""
    with django_db_blocker.unblock(), warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", ResourceWarning
        )  # Wagtail leaves the files of renditions to the collector
        separate_reader()
        newsroom = build()
        gc.collect()
        connections.close_all()
        run_database.server.copy(run_database.name, NAME)
        run_database.restore()
    yield newsroom
    run_database.server.drop(NAME)


@pytest.fixture(scope="module")
def made(
    built: Newsroom, run_database: RunDatabase, django_db_blocker: DjangoDbBlocker
) -> Iterator[Newsroom]:
    """The newsroom as the module's database; afterwards the database is again what every other test expects."""
    with django_db_blocker.unblock():
        separate_reader()
        connections.close_all()
        run_database.server.copy(NAME, run_database.name)
    yield built
    with django_db_blocker.unblock():
        separate_reader()
        run_database.restore()


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
