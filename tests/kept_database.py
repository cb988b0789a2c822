"""A database filled once by a session and copied for each module that reads it: building it anew costs seconds."""

import gc
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.run_database import RunDatabase, separate_reader
from tests.servers import PREFIX

T = TypeVar("T")


@contextmanager
def kept(
    run_database: RunDatabase, blocker: DjangoDbBlocker, name: str, build: Callable[[], T]
) -> Iterator[tuple[T, str]]:
    """What ``build`` gave, and the name under which the database that it filled is kept."""
    database = f"{PREFIX}run_{name}_{os.getpid()}"
    with blocker.unblock(), warnings.catch_warnings():
        # Wagtail leaves the files of renditions to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        separate_reader()
        made = build()
        gc.collect()
        connections.close_all()
        run_database.server.copy(run_database.name, database)
        run_database.restore()
    yield made, database
    run_database.server.drop(database)


@contextmanager
def standing_in(run_database: RunDatabase, blocker: DjangoDbBlocker, database: str) -> Iterator[None]:
    """The kept ``database`` in place of the run's; afterwards it is again what every other test expects."""
    with blocker.unblock():
        separate_reader()
        connections.close_all()
        run_database.server.copy(database, run_database.name)
    yield
    with blocker.unblock():
        separate_reader()
        run_database.restore()
