"""The clock: each duty once when it is due, whoever asks, and no duty in another's way."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext

from cms.jobs import clock
from cms.jobs.backend import Limits
from cms.jobs.clock import DUTIES, Clock, every, run_if_due
from cms.jobs.heartbeat import Heartbeat
from cms.jobs.models import ClockDuty

LIMITS = Limits()


@pytest.fixture
def duties() -> Iterator[dict[str, clock.Duty]]:
    """An empty registry for the test's own duties."""
    before = dict(DUTIES)
    DUTIES.clear()
    yield DUTIES
    DUTIES.clear()
    DUTIES.update(before)


def make_due(name: str) -> None:
    ClockDuty.objects.filter(name=name).update(next_at=Now() - timedelta(seconds=1))


@pytest.mark.django_db
def test_a_duty_is_done_when_it_is_due_and_then_rests(duties: dict[str, clock.Duty]) -> None:
    done: list[int] = []
    every(60, "count")(lambda: done.append(1))
    clock.announce()
    assert run_if_due(duties["count"], "a", LIMITS)
    assert not run_if_due(duties["count"], "b", LIMITS)
    make_due("count")
    assert run_if_due(duties["count"], "b", LIMITS)
    assert done == [1, 1]
    row = ClockDuty.objects.get()
    assert 55 < (row.next_at - row.started_at).total_seconds() <= 60.1


@pytest.mark.django_db
def test_a_failing_duty_is_recorded_and_does_not_raise(duties: dict[str, clock.Duty]) -> None:
    def fail() -> None:
        raise RuntimeError("no good")

    every(60, "fail")(fail)
    clock.announce()
    assert run_if_due(duties["fail"], "a", LIMITS)
    assert "no good" in ClockDuty.objects.get().error


@pytest.mark.django_db
def test_a_duty_with_nothing_to_do_writes_nothing(duties: dict[str, clock.Duty]) -> None:
    every(60, "idle", when=lambda: False)(lambda: pytest.fail("there was nothing to do"))
    clock.announce()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert not run_if_due(duties["idle"], "a", LIMITS)
    assert [query["sql"] for query in queries if "UPDATE" in query["sql"]] == []


@pytest.mark.django_db
def test_a_duty_whose_worker_died_is_done_by_another_when_its_lease_ends(
    duties: dict[str, clock.Duty],
) -> None:
    done: list[int] = []
    every(60, "count")(lambda: done.append(1))
    clock.announce()
    ClockDuty.objects.update(
        worker="dead", started_at=Now(), finished_at=None, next_at=Now() + timedelta(seconds=20)
    )
    assert not run_if_due(duties["count"], "other", LIMITS)
    make_due("count")
    assert run_if_due(duties["count"], "other", LIMITS)


def test_two_duties_cannot_have_one_name(duties: dict[str, clock.Duty]) -> None:
    every(1, "same")(lambda: None)
    with pytest.raises(ValueError, match="same"):
        every(1, "same")(lambda: None)


@pytest.mark.django_db(transaction=True)
def test_a_due_duty_is_done_once_however_many_ask(duties: dict[str, clock.Duty]) -> None:
    done: list[str] = []

    def slow() -> None:
        done.append(threading.current_thread().name)
        time.sleep(0.3)

    every(60, "slow")(slow)
    clock.announce()
    barrier = threading.Barrier(6)

    def ask() -> None:
        barrier.wait()
        run_if_due(duties["slow"], threading.current_thread().name, LIMITS)
        connections.close_all()

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1


@pytest.mark.django_db(transaction=True)
def test_a_slow_duty_delays_no_other(duties: dict[str, clock.Duty]) -> None:
    done: list[str] = []
    every(60, "slow")(lambda: time.sleep(1.5))
    every(0.1, "quick")(lambda: done.append("quick"))
    heartbeat = Heartbeat(seconds=5, longest_run=60, grace=5)
    heartbeat.start()
    running = Clock("here", LIMITS, heartbeat)
    running.start()
    time.sleep(1.2)
    running.stop()
    heartbeat.end()
    assert len(done) >= 4
