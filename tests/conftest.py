"""What every test stands on: the run's database, empty caches, and nothing skipped in silence."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.db import connection
from pytest_django import DjangoDbBlocker

from search.answers import answers
from tests.job_queue import JobQueue
from tests.run_database import RunDatabase, take_over


@pytest.fixture(scope="session")
def run_database(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[RunDatabase]:
    """This run's own database: a copy of the template. ``run_database.url`` is its DATABASE_URL."""
    database = RunDatabase(os.environ.get("DATABASE_URL", "sqlite:///"))
    with django_db_blocker.unblock():
        database.create()
        take_over(database)
    yield database
    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(scope="session")
def django_db_setup(run_database: RunDatabase) -> None:
    """In place of pytest-django's, which would migrate at every run."""


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What one test's process has cached is unknown to the next, as in a fresh process."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    answers.clear()


@pytest.fixture
def job_queue(settings: pytest.FixtureRequest, db: None) -> JobQueue:
    """The real queue in place of "at once": what the test enqueues stands there until ``job_queue.run()``."""
    settings.TASKS = {"default": {"BACKEND": "cms.jobs.backend.JobBackend", "QUEUES": []}}
    return JobQueue()


@pytest.fixture
def process_environment(run_database: RunDatabase, transactional_db: None) -> dict[str, str]:
    """The environment of a process (a worker, a command) that is to work in this test's database.

    It has the product's own settings, the real queue among them. The test commits, so that the process sees it.
    """
    return os.environ | {
        "DATABASE_URL": run_database.url,
        "DJANGO_SETTINGS_MODULE": "cms.settings",
        "VAR_DIR": str(django_settings.VAR_DIR),
    }


@pytest.fixture
def is_postgresql() -> bool:
    """Whether this run's database is PostgreSQL."""
    return connection.vendor == "postgresql"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is ``only_on`` the other database; it runs in the other half of ``make test``."""
    here = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
    elsewhere = [item for item in items if any(mark.args[0] != here for mark in item.iter_markers("only_on"))]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]
    # Last: Playwright leaves an event loop in this thread, in which Django refuses to touch a database.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Under CI a skipped test is a failed run: something that was meant to be there is missing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get("CI") and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line(
            "Tests were skipped, and under CI nothing may be: the run has failed.", red=True
        )
