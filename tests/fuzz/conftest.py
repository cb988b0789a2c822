"""The newsroom that is asked, made once and copied for each module."""

import os
from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.api.newsroom import Newsroom, build
from tests.kept_database import kept, standing_in
from tests.run_database import RunDatabase


@pytest.fixture(scope="module")
def newsroom(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[Newsroom]:
    """The newsroom of the interface's tests, committed; readers have their own connection."""
    with (
        kept(run_database, django_db_blocker, "fuzz", build) as (made, database),
        standing_in(run_database, django_db_blocker, database),
        django_db_blocker.unblock(),
    ):
        yield made
        connections.close_all()


@pytest.fixture(scope="session")
def requests_wanted() -> int:
    """How many requests each test asks."""
    return int(os.environ.get("FUZZ_REQUESTS", "300"))


@pytest.fixture(scope="session")
def chosen_seed() -> int:
    """What the requests are made from: the same seed, the same requests."""
    return int(os.environ.get("FUZZ_SEED", "20260105"))
