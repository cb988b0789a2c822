"""What a worker does to the queue: take a job under a lease, keep the lease, give the job back."""

import traceback
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import F
from django.db.models.functions import Now
from django_tasks.utils import get_module_path

from cms.jobs.backend import Limits
from cms.jobs.models import OPEN, Job, Status

# Bytes of a traceback that are kept: its end, where the error stands.
_TRACEBACK = 8_000

# The whole claim is one statement: two workers never see the same row, and none waits for another.
_CLAIM = """
UPDATE jobs_job SET status = 'running', attempts = attempts + 1, worker = %s,
  started_at = statement_timestamp(), due_at = statement_timestamp() + make_interval(secs => %s)
WHERE id = (
  SELECT id FROM jobs_job
  WHERE status IN ('ready', 'running') AND due_at <= statement_timestamp()
  ORDER BY priority DESC, id LIMIT 1 FOR UPDATE SKIP LOCKED
) RETURNING *
"""


def claim(worker: str, limits: Limits) -> Job | None:
    """Take the next due job for ``worker``, under a lease; None when nothing is due.

    A running job whose lease has ended is due again: its worker died, and the attempt counts.
    """
    if connection.vendor == "postgresql":
        return next(iter(Job.objects.raw(_CLAIM, [worker, limits.lease])), None)
    # SQLite has one writer: look first, so that an idle worker never asks for the write lock.
    while found := Job.objects.due().first():
        taken = Job.objects.filter(
            pk=found.pk, status__in=OPEN, due_at__lte=Now(), attempts=found.attempts
        ).update(
            status=Status.RUNNING,
            attempts=F("attempts") + 1,
            worker=worker,
            started_at=Now(),
            due_at=Now() + timedelta(seconds=limits.lease),
        )
        if taken:
            return Job.objects.get(pk=found.pk)
    return None


def keep(job: Job, limits: Limits) -> bool:
    """A sign of life: the lease begins anew. False when it was lost to another worker."""
    due_at = Now() + timedelta(seconds=limits.lease)
    return bool(Job.objects.held_by(job).update(due_at=due_at))


def release(job: Job) -> bool:
    """Give an unfinished job back at once, without counting the attempt: its worker is stopping."""
    return bool(
        Job.objects.held_by(job).update(status=Status.READY, due_at=Now(), attempts=F("attempts") - 1)
    )


def finish(job: Job, return_value: Any) -> bool:
    """Record success. False when the lease was lost meanwhile: another worker has the job."""
    return bool(
        Job.objects.held_by(job).update(status=Status.DONE, finished_at=Now(), return_value=return_value)
    )


def fail(job: Job, error: BaseException, limits: Limits) -> Status:
    """Record a failed attempt and say what becomes of the job: ready for another one, or dead."""
    text = "".join(traceback.format_exception(error)).replace("\x00", "")
    errors = [
        *job.errors,
        {"exception_class_path": get_module_path(type(error)), "traceback": text[-_TRACEBACK:]},
    ]
    held = Job.objects.held_by(job)
    if job.attempts >= limits.attempts:
        held.update(status=Status.DEAD, finished_at=Now(), errors=errors)
        return Status.DEAD
    delay = timedelta(seconds=limits.delay(job.attempts))
    held.update(status=Status.READY, due_at=Now() + delay, errors=errors)
    return Status.READY


def retry(jobs: "list[int] | None" = None) -> int:
    """Let dead jobs run again from their first attempt, those named or all; returns how many."""
    dead = Job.objects.dead()
    if jobs is not None:
        dead = dead.filter(pk__in=jobs)
    return dead.update(status=Status.READY, due_at=Now(), attempts=0, finished_at=None)


def prune(*, done_after: timedelta, dead_after: timedelta) -> int:
    """Delete jobs that ended long ago; returns how many."""
    done = Job.objects.filter(status=Status.DONE, finished_at__lt=Now() - done_after)
    dead = Job.objects.filter(status=Status.DEAD, finished_at__lt=Now() - dead_after)
    # Nothing hangs on a job: no collector needs to read the rows first.
    return done._raw_delete(done.db) + dead._raw_delete(dead.db)
