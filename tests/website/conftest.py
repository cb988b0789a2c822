"""One newsroom per module, made once; each test may change it, and what it changed is undone."""

import gc
import warnings
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.run_database import share_reader
from tests.undoing import begin, undo
from tests.website.making import Newsroom
from tests.website.newsroom import build
from tests.website.reading import Page

Read = Callable[..., Page]


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Newsroom]:
    with django_db_blocker.unblock():
        share_reader()
        undone = begin()
        with warnings.catch_warnings():
            # Wagtail leaves the files of renditions to the collector.
            warnings.simplefilter("ignore", ResourceWarning)
            newsroom = build()
            gc.collect()
    yield newsroom
    with django_db_blocker.unblock():
        undo(undone)
        connection.close()


@pytest.fixture
def newsroom(made: Newsroom, django_db_blocker: DjangoDbBlocker) -> Iterator[Newsroom]:
    with django_db_blocker.unblock():
        undone = begin()
        yield made
        undo(undone)


@pytest.fixture
def read(newsroom: Newsroom, client: Client) -> Read:
    """Read a page, as a browser would."""

    def get(path: str, status: int = 200, **headers: str) -> Page:
        response = client.get(
            path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        assert response.status_code == status, (path, response.status_code)
        return Page(response)

    return get
