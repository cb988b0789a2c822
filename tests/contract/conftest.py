"""The newsroom of the website's tests, made at a fixed instant in a fresh copy of the database: always the same."""

import gc
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from unittest import mock

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from tests.contract.asking import Asker
from tests.run_database import RunDatabase, share_reader
from tests.undoing import begin, undo
from tests.website.newsroom import build

# In the past of every run: what is published then is public.
MADE_AT = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(run_database: RunDatabase, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        run_database.restore()
        share_reader()
        undone = begin()
        with warnings.catch_warnings(), mock.patch("django.utils.timezone.now", return_value=MADE_AT):
            # Wagtail leaves the files of renditions to the collector.
            warnings.simplefilter("ignore", ResourceWarning)
            # Homes and sections are of the template, made whenever that was.
            Page.objects.update(first_published_at=MADE_AT, last_published_at=MADE_AT)
            build()
            gc.collect()
        yield
        undo(undone)
        connection.close()


@pytest.fixture
def asker(made: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Asker]:
    """Asks the interface over that newsroom."""
    with django_db_blocker.unblock():
        yield Asker()
