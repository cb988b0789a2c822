"""A newsroom made once and copied for each committing test: building it anew would take most of the suite's time."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.run_database import RunDatabase, separate_reader
from tests.servers import PREFIX
from tests.store.world import World, build


@pytest.fixture(scope="package")
def built(
    run_database: RunDatabase, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[World, dict[Path, bytes]]]:
    """The newsroom as it was made, and the files on disk that belong to it."""
    with django_db_blocker.unblock():
        separate_reader()
        world = build()
        files = {
            Path(obj.file.path): Path(obj.file.path).read_bytes() for obj in (world.image, world.document)
        }
        name, before = f"{PREFIX}run_world_{os.getpid()}", run_database.template
        connections.close_all()
        run_database.server.copy(run_database.name, name)
        run_database.template = name
    yield world, files
    with django_db_blocker.unblock():
        run_database.template = before
        run_database.restore()
        run_database.server.drop(name)


@pytest.fixture
def world(built: tuple[World, dict[Path, bytes]], transactional_db: None) -> World:
    """The newsroom in this test's own copy of the database."""
    made, files = built
    for path, data in files.items():
        path.write_bytes(data)
    return made.again()
