"""Releases to search in, made once and copied for each module."""

import os
from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.run_database import RunDatabase, separate_reader
from tests.search.library import build
from tests.servers import PREFIX

NAME = f"{PREFIX}run_search_{os.getpid()}"


@pytest.fixture(scope="session")
def built(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The releases, kept as a database of their own."""
    with django_db_blocker.unblock():
        separate_reader()
        build()
        connections.close_all()
        run_database.server.copy(run_database.name, NAME)
        run_database.restore()
    yield
    run_database.server.drop(NAME)


@pytest.fixture(scope="module")
def made(built: None, run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The releases as the module's database; afterwards it is again what every other test expects."""
    with django_db_blocker.unblock():
        separate_reader()
        connections.close_all()
        run_database.server.copy(NAME, run_database.name)
    yield
    with django_db_blocker.unblock():
        separate_reader()
        run_database.restore()


@pytest.fixture
def library(made: None, db: None) -> None:
    """The releases, in a transaction that is undone."""
