"""One newsroom per module, made once; each test may change it, and what it changed is undone."""

import gc
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.api.newsroom import Newsroom, build
from tests.run_database import share_reader

Ask = Callable[..., HttpResponse]


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Newsroom]:
    with django_db_blocker.unblock():
        share_reader()
        undone = _begin()
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", ResourceWarning
            )  # Wagtail leaves the files of renditions to the collector
            newsroom = build()
            gc.collect()
    yield newsroom
    with django_db_blocker.unblock():
        _undo(undone)
        connection.close()


@pytest.fixture
def newsroom(made: Newsroom, django_db_blocker: DjangoDbBlocker) -> Iterator[Newsroom]:
    with django_db_blocker.unblock():
        undone = _begin()
        yield made
        _undo(undone)


def _begin() -> transaction.Atomic:
    atomic = transaction.atomic()
    atomic._from_testcase = True  # as Django's own TestCase: a durable block may stand inside
    atomic.__enter__()
    return atomic


def _undo(atomic: transaction.Atomic) -> None:
    transaction.set_rollback(True)
    atomic.__exit__(None, None, None)


@pytest.fixture
def ask(newsroom: Newsroom, client: Client) -> Ask:
    """Ask an address under /api/v2/ with parameters, and headers by their names; checks the number of SQL statements."""

    def get(
        address: str, language: str = "", most: int = 3, headers: dict[str, str] | None = None, **query: Any
    ) -> HttpResponse:
        sent = dict(headers or {})
        if language:
            sent["Accept-Language"] = language
        with CaptureQueriesContext(connection) as statements:
            response = client.get(f"/api/v2/{address}", query or None, headers=sent)
        reading = [s["sql"] for s in statements if "public_" in s["sql"]]
        assert len(reading) <= most, reading
        return response

    return get
