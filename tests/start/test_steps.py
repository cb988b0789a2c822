"""The steps of a start: each done once, and again when what it depends on has changed."""

from pathlib import Path

import pytest
from django.db import connection

from cms.jobs import steps

pytestmark = pytest.mark.django_db


def test_a_step_is_done_once_for_a_fingerprint() -> None:
    done: list[int] = []
    assert steps.once("load", "a", lambda: done.append(1))
    assert not steps.once("load", "a", lambda: done.append(2))
    assert steps.once("load", "b", lambda: done.append(3))
    assert done == [1, 3]


def test_a_step_that_failed_is_done_again() -> None:
    with pytest.raises(ZeroDivisionError):
        steps.once("load", "a", lambda: 1 / 0)
    assert not steps.is_done("load", "a")


def test_nothing_is_done_in_a_database_without_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE jobs_startstep RENAME TO elsewhere")
    assert not steps.is_done("load", "a")


def test_the_fingerprint_is_that_of_the_content_whatever_the_order(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    other.write_text("2")
    before = steps.fingerprint("x", files=[one, other])
    assert steps.fingerprint("x", files=[other, one]) == before
    assert steps.fingerprint("y", files=[one, other]) != before
    other.write_text("3")
    assert steps.fingerprint("x", files=[one, other]) != before
