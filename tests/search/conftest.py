"""Releases to search in, made once and copied for each module."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.kept_database import kept, standing_in
from tests.run_database import RunDatabase
from tests.search.library import build


@pytest.fixture(scope="session")
def built(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[None, str]]:
    """The releases, kept as a database of their own, and its name."""
    with kept(run_database, django_db_blocker, "search", build) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def made(
    built: tuple[None, str], run_database: RunDatabase, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The releases as the module's database."""
    with standing_in(run_database, django_db_blocker, built[1]):
        yield built[0]


@pytest.fixture
def library(made: None, db: None) -> None:
    """The releases, in a transaction that is undone."""
