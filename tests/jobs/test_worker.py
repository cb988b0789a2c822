"""The worker as a process: killed, stopped, poisoned, and in company."""

import os
import signal
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models.functions import Now

from cms.jobs.models import ClockDuty, Job, Status
from tests.job_queue import JobQueue
from tests.jobs import tasks
from tests.processes import is_alive, python, wait_for

pytestmark = pytest.mark.django_db(transaction=True)

Environment = dict[str, str]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    path.touch()
    return path


def words(notes: Path) -> list[str]:
    """Each noted line without process and time."""
    return [" ".join(line.split()[:-2]) for line in notes.read_text().splitlines()]


def test_an_idle_worker_starts_a_job_at_once(
    job_queue: JobQueue, process_environment: Environment, notes: Path
) -> None:
    with python("manage.py", "worker", environment=process_environment):
        tasks.note.enqueue(str(notes), "warm up")
        wait_for(lambda: words(notes) == ["begin warm up", "end warm up"])
        latencies = []
        for number in range(5):
            enqueued = time.time()
            tasks.note.enqueue(str(notes), f"n{number}")
            wait_for(lambda number=number: f"end n{number}" in words(notes))
            line = next(
                line for line in notes.read_text().splitlines() if line.startswith(f"begin n{number}")
            )
            latencies.append(float(line.split()[-1]) - enqueued)
    assert sorted(latencies)[len(latencies) // 2] <= 0.1, latencies


def test_the_job_of_a_killed_worker_is_resumed_when_its_lease_ends(
    job_queue: JobQueue, process_environment: Environment, notes: Path
) -> None:
    tasks.note.enqueue(str(notes), "long", 60)
    with python("manage.py", "worker", environment=process_environment) as worker:
        wait_for(lambda: words(notes) == ["begin long"])
        child = int(notes.read_text().split()[2])
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        wait_for(lambda: not is_alive(child), 5)
    lease_left = (Job.objects.get().due_at - Job.objects.get().started_at).total_seconds()
    assert 0 < lease_left <= 30 + 5
    Job.objects.update(
        due_at=Now() - timedelta(seconds=1), arguments={"args": [str(notes), "again"], "kwargs": {}}
    )
    with python("manage.py", "worker", "--burst", environment=process_environment) as worker:
        assert worker.wait(30) == 0
    assert words(notes) == ["begin long", "begin again", "end again"]
    job = Job.objects.get()
    assert (job.status, job.attempts) == (Status.DONE, 2)


def test_the_lease_holds_while_the_work_goes_on(
    job_queue: JobQueue, process_environment: Environment, notes: Path
) -> None:
    # The lease is 2 seconds, the work begins again twice at most and lasts 1.2 seconds each: one attempt does it.
    for number in range(4):
        tasks.note.enqueue(str(notes), f"n{number}", 1.2)
    with (
        python("-m", "tests.jobs.strict_worker", environment=process_environment),
        python("-m", "tests.jobs.strict_worker", environment=process_environment),
    ):
        wait_for(lambda: Job.objects.filter(status=Status.DONE).count() == 4)
    assert set(Counter(words(notes)).values()) == {1}
    assert set(Job.objects.values_list("attempts", flat=True)) == {1}


def test_poison_that_kills_or_never_ends_is_buried_and_stops_nobody(
    job_queue: JobQueue, process_environment: Environment, notes: Path
) -> None:
    deadly = tasks.die.enqueue()
    endless = tasks.note.enqueue(str(notes), "endless", 600)
    tasks.note.enqueue(str(notes), "healthy")
    with python("-m", "tests.jobs.strict_worker", environment=process_environment) as worker:
        wait_for(lambda: "end healthy" in words(notes), 30)
        wait_for(lambda: Job.objects.filter(status=Status.DEAD).count() == 2, 40)
        assert worker.poll() is None
    assert words(notes).count("begin endless") == 2
    assert "TimeLimit" in Job.objects.get(pk=endless.id).errors[-1]["exception_class_path"]
    assert "WorkerLost" in Job.objects.get(pk=deadly.id).errors[-1]["exception_class_path"]


def test_two_workers_do_each_job_once(
    job_queue: JobQueue, process_environment: Environment, notes: Path
) -> None:
    for number in range(150):
        tasks.note.enqueue(str(notes), f"n{number}")
    with (
        python("manage.py", "worker", "--burst", environment=process_environment) as one,
        python("manage.py", "worker", "--burst", environment=process_environment) as other,
    ):
        output = one.communicate(timeout=60)[0] + other.communicate(timeout=60)[0]
        assert (one.returncode, other.returncode) == (0, 0), output
    assert len(words(notes)) == 300
    assert set(Counter(words(notes)).values()) == {1}
    assert set(Job.objects.values_list("status", "attempts")) == {(Status.DONE, 1)}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stopping_worker_ends_the_job_in_hand(
    job_queue: JobQueue, process_environment: Environment, notes: Path, number: signal.Signals
) -> None:
    tasks.note.enqueue(str(notes), "in hand", 1)
    tasks.note.enqueue(str(notes), "next")
    with python("manage.py", "worker", environment=process_environment) as worker:
        wait_for(lambda: words(notes) == ["begin in hand"])
        worker.send_signal(number)
        output = worker.communicate(timeout=10)[0]
        assert worker.returncode == 0, output
    assert words(notes) == ["begin in hand", "end in hand"]
    assert list(job_queue.jobs.values_list("status", flat=True)) == [Status.DONE, Status.READY]
    assert "Traceback" not in output


def test_a_job_that_outlasts_the_grace_is_given_back_uncounted(
    job_queue: JobQueue, process_environment: Environment, notes: Path
) -> None:
    tasks.note.enqueue(str(notes), "long", 60)
    with python("-m", "tests.jobs.strict_worker", environment=process_environment) as worker:
        wait_for(lambda: words(notes) == ["begin long"])
        worker.terminate()
        worker.wait(10)
    job = Job.objects.get()
    assert (job.status, job.attempts) == (Status.READY, 0)
    assert job.due_at <= job.started_at + timedelta(seconds=5)


def test_once_runs_a_single_job(job_queue: JobQueue, process_environment: Environment, notes: Path) -> None:
    for number in range(2):
        tasks.note.enqueue(str(notes), f"n{number}")
    with python("manage.py", "worker", "--once", environment=process_environment) as worker:
        assert worker.wait(30) == 0
    assert words(notes) == ["begin n0", "end n0"]


def test_the_clock_runs_in_the_worker(job_queue: JobQueue, process_environment: Environment) -> None:
    with python("manage.py", "worker", environment=process_environment):
        wait_for(lambda: ClockDuty.objects.filter(name="jobs.prune").exclude(finished_at=None).exists())
    duty = ClockDuty.objects.get(name="jobs.prune")
    assert duty.error == ""
    assert timedelta(hours=23) < duty.next_at - duty.started_at <= timedelta(hours=24, seconds=1)


def test_log_lines_are_single(job_queue: JobQueue, process_environment: Environment) -> None:
    tasks.fail_in_lines.enqueue()
    with python("manage.py", "worker", "--burst", environment=process_environment) as worker:
        output = worker.communicate(timeout=30)[0]
    line = next(line for line in output.splitlines() if "fail_in_lines failed" in line)
    assert "one" in line
    assert "two" in line
