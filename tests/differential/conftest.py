"""The newsroom of the comparison, made once; and one question asked of both sides."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.differential.world import World, build_world
from tests.kept_database import kept, standing_in
from tests.run_database import RunDatabase


@pytest.fixture(scope="session")
def kept_world(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[World, str]]:
    """The newsroom, kept as a database of its own."""
    with kept(run_database, django_db_blocker, "differential", build_world) as made:
        yield made


@pytest.fixture(scope="module")
def made_world(
    kept_world: tuple[World, str], run_database: RunDatabase, django_db_blocker: DjangoDbBlocker
) -> Iterator[World]:
    """The newsroom as the module's database."""
    with standing_in(run_database, django_db_blocker, kept_world[1]):
        yield kept_world[0]


@pytest.fixture
def world(made_world: World, db: None) -> World:
    """The newsroom, in a transaction that is rolled back."""
    return made_world
