"""A newsroom made once and copied for each committing test: building it anew would take most of the suite's time."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.models import signals
from pytest_django import DjangoDbBlocker
from wagtail import signals as wagtail_signals

from cms.store.following import follow
from cms.store.models import Mark
from tests.run_database import RunDatabase, separate_reader
from tests.servers import PREFIX
from tests.store.world import World, build

HEARD = (
    signals.pre_save,
    signals.post_save,
    signals.pre_delete,
    signals.post_delete,
    signals.m2m_changed,
    wagtail_signals.pre_page_move,
    wagtail_signals.post_page_move,
    wagtail_signals.page_published,
    wagtail_signals.page_unpublished,
)


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


@pytest.fixture
def gated(settings: Any, world: World) -> World:
    """The gated under the product's rule: both languages or neither."""
    settings.ALLOW_ONE_LANGUAGE = False
    Mark.objects.create(source="site:gate")
    follow()
    return world


@pytest.fixture
def past_the_guard(gated: World) -> Iterator[World]:
    """As ``gated``, but nothing is refused: what the store makes of whatever stands in the editors' tables."""
    before = {signal: list(signal.receivers) for signal in HEARD}
    for signal in HEARD:
        signal.receivers = [
            heard for heard in signal.receivers if not str(heard[0][0]).startswith("publishing.")
        ]
        signal.sender_receivers_cache.clear()
    yield gated
    for signal, receivers in before.items():
        signal.receivers = receivers
        signal.sender_receivers_cache.clear()
