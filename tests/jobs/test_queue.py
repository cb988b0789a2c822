"""The queue: what becomes of a job, however its attempts end."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from cms.jobs import arguments, queue
from cms.jobs.backend import Limits, limits
from cms.jobs.models import Job, Status
from tests.job_queue import JobQueue
from tests.jobs import tasks

pytestmark = pytest.mark.django_db


def test_a_job_runs_and_its_result_can_be_asked_for(job_queue: JobQueue) -> None:
    result = tasks.add.enqueue(2, b=3)
    assert tasks.add.get_result(result.id).status == TaskResultStatus.READY
    assert job_queue.run() == 1
    result.refresh()
    assert result.status == TaskResultStatus.SUCCESSFUL
    assert result.return_value == 5
    assert result.attempts == 1


def test_an_unknown_result_is_said_to_be_unknown(job_queue: JobQueue) -> None:
    for unknown in ("0", "words", ""):
        with pytest.raises(TaskResultDoesNotExist):
            tasks.add.get_result(unknown)


def test_a_job_belongs_to_the_transaction_that_enqueued_it(job_queue: JobQueue) -> None:
    with transaction.atomic():
        tasks.add.enqueue(1, 1)
        transaction.set_rollback(True)
    assert not job_queue.jobs.exists()


def test_urgent_jobs_come_first_and_equals_in_order(job_queue: JobQueue) -> None:
    for name, priority in (("first", 0), ("second", 0), ("urgent", 50), ("leisurely", -50)):
        tasks.name.using(priority=priority).enqueue(name)
    job_queue.run()
    done = Job.objects.order_by("started_at", "id").values_list("return_value", flat=True)
    assert list(done) == ["urgent", "first", "second", "leisurely"]


def test_a_queue_needs_no_registration(job_queue: JobQueue) -> None:
    result = tasks.add.using(queue_name="a name of its own").enqueue(1, 1)
    assert job_queue.run() == 1
    assert Job.objects.get(pk=result.id).queue == "a name of its own"


def test_a_job_for_later_waits(job_queue: JobQueue) -> None:
    result = tasks.add.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(1, 1)
    assert job_queue.run() == 0
    Job.objects.filter(pk=result.id).update(due_at=Now() - timedelta(seconds=1))
    assert job_queue.run() == 1


def test_a_failure_is_tried_again_later_each_time_and_at_last_buried(job_queue: JobQueue) -> None:
    result = tasks.fail.enqueue()
    bounds = limits()
    delays = []
    for attempt in range(1, bounds.attempts + 1):
        job = job_queue.run_one()
        assert job is not None
        assert job.attempts == attempt
        assert len(job.errors) == attempt
        if attempt < bounds.attempts:
            assert job.status == Status.READY
            assert job_queue.run() == 0, "it waits"
            delays.append((job.due_at - timezone.now()).total_seconds())
            Job.objects.filter(pk=job.pk).update(due_at=Now())
    assert job.status == Status.DEAD
    assert [round(delay) for delay in delays] == sorted(round(delay) for delay in delays)
    assert delays[0] == pytest.approx(5, abs=2)
    assert delays[-1] == pytest.approx(3600, abs=5)
    result.refresh()
    assert result.status == TaskResultStatus.FAILED
    assert "no good" in result.errors[-1].traceback


def test_a_dead_job_can_be_tried_again(job_queue: JobQueue) -> None:
    tasks.fail.enqueue()
    Job.objects.update(attempts=limits().attempts - 1)
    dead = job_queue.run_one()
    assert dead is not None
    assert dead.status == Status.DEAD
    assert queue.retry([dead.pk]) == 1
    again = job_queue.run_one()
    assert again is not None
    assert (again.status, again.attempts) == (Status.READY, 1)


@pytest.mark.parametrize("poison", ["fail", "leave", "return_no_json"])
def test_poison_stops_nothing_else(job_queue: JobQueue, poison: str) -> None:
    getattr(tasks, poison).enqueue()
    healthy = tasks.add.enqueue(1, 1)
    job_queue.run()
    healthy.refresh()
    assert healthy.return_value == 2
    assert [len(job.errors) for job in job_queue.jobs] == [1, 0]


def test_a_task_that_is_no_more_is_a_failure_and_nothing_worse(job_queue: JobQueue) -> None:
    tasks.add.enqueue(1, 1)
    Job.objects.update(task="tests.jobs.tasks.gone")
    job = job_queue.run_one()
    assert job is not None
    assert job.errors[0]["exception_class_path"] == "builtins.ImportError"


def test_a_job_whose_worker_was_silent_is_taken_over(job_queue: JobQueue) -> None:
    tasks.add.enqueue(1, 1)
    first = queue.claim("first", limits())
    assert first is not None
    assert queue.claim("second", limits()) is None, "the lease holds"
    Job.objects.update(due_at=Now() - timedelta(seconds=1))
    second = queue.claim("second", limits())
    assert second is not None
    assert (second.pk, second.attempts, second.worker) == (first.pk, 2, "second")
    assert not queue.keep(first, limits()), "the first worker learns that it lost it"
    assert not queue.finish(first, 2), "and cannot finish what the second one does"
    assert queue.finish(second, 2)


def test_a_job_that_kills_its_worker_every_time_is_buried(job_queue: JobQueue) -> None:
    tasks.add.enqueue(1, 1)
    Job.objects.update(attempts=limits().attempts, status=Status.RUNNING, due_at=Now() - timedelta(seconds=1))
    job = job_queue.run_one()
    assert job is not None
    assert job.status == Status.DEAD
    assert "WorkerLost" in job.errors[-1]["exception_class_path"]


def test_a_stopping_worker_gives_its_job_back_uncounted(job_queue: JobQueue) -> None:
    tasks.add.enqueue(1, 1)
    job = queue.claim("stopping", limits())
    assert job is not None
    assert queue.release(job)
    again = queue.claim("next", limits())
    assert again is not None
    assert again.attempts == 1


def test_old_jobs_are_pruned_dead_ones_later(job_queue: JobQueue) -> None:
    for status, days in ((Status.DONE, 1), (Status.DONE, 8), (Status.DEAD, 8), (Status.DEAD, 91)):
        tasks.add.enqueue(1, 1)
        job = Job.objects.latest("id")
        Job.objects.filter(pk=job.pk).update(status=status, finished_at=Now() - timedelta(days=days))
    tasks.add.enqueue(1, 1)
    assert queue.prune(done_after=timedelta(days=7), dead_after=timedelta(days=90)) == 2
    assert sorted(Job.objects.values_list("status", flat=True)) == ["dead", "done", "ready"]


def test_the_pause_between_attempts_grows_to_an_hour() -> None:
    assert [Limits().delay(attempt) for attempt in range(1, 8)] == [5, 20, 80, 320, 1280, 3600, 3600]


def test_a_task_that_takes_its_context_learns_the_attempt(job_queue: JobQueue) -> None:
    result = tasks.attempt.enqueue()
    Job.objects.update(attempts=2)
    job_queue.run()
    result.refresh()
    assert result.return_value == 3


def test_a_task_speaks_the_default_language(job_queue: JobQueue) -> None:
    result = tasks.language.enqueue()
    job_queue.run()
    result.refresh()
    assert result.return_value == "en"


def test_a_storage_is_stored_by_its_name(job_queue: JobQueue, settings: pytest.FixtureRequest) -> None:
    settings.STORAGES = settings.STORAGES | {
        "vault": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": "/srv/vault", "base_url": "/hidden-key/"},
        }
    }
    from django.core.files.storage import storages

    deconstructed = storages["vault"].deconstruct()
    tasks.echo.enqueue(deconstructed, "a.jpg")
    stored = Job.objects.get().arguments
    assert stored["args"] == [{"$storage": "vault"}, "a.jpg"]
    args, kwargs = arguments.restored(stored)
    assert args[0][2]["location"] == "/srv/vault"
    assert args[1:] == ["a.jpg"]
    assert kwargs == {}


@pytest.mark.parametrize("name", ["secret_key", "AWS_ACCESS_KEY_ID", "password", "api-token", "BEARER_TOKEN"])
def test_credentials_are_refused(job_queue: JobQueue, name: str) -> None:
    with pytest.raises(arguments.SecretArgument, match=name):
        tasks.echo.enqueue({"deep": [{name: "abc"}]})
    assert not Job.objects.exists()


def test_wagtails_task_on_a_deleted_object_is_over(job_queue: JobQueue) -> None:
    from wagtail.tasks import update_reference_index_task

    update_reference_index_task.enqueue("wagtailcore", "page", "999999")
    job = job_queue.run_one()
    assert job is not None
    assert job.status == Status.DONE
