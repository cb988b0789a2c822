"""One attempt at one job: call its task, record how it ended, and let no failure out."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import connections
from django.utils import translation
from django_tasks.base import TaskContext
from django_tasks.utils import normalize_json

from cms.jobs import queue
from cms.jobs.backend import Limits, result_of, task_of
from cms.jobs.models import Job, Status

log = logging.getLogger("cms.jobs")

# Tasks of these packages read an object by its id and fail when it was deleted meanwhile. Then nothing is
# left to do, and eight attempts would only fill the list of failures. Our own tasks decide for themselves.
_FOREIGN = ("wagtail.", "modelsearch.", "wagtail_localize.")


class WorkerLost(Exception):
    """The worker that ran the job ended without a word, as often as a job may be tried."""


class TimeLimit(Exception):
    """The job ran longer than an attempt may take."""


def _call(job: Job) -> object:
    task = task_of(job)
    result = result_of(job, task)
    # A task speaks the default language unless it chooses another; it never inherits one.
    with translation.override(settings.LANGUAGE_CODE):
        if task.takes_context:
            return task.call(TaskContext(task_result=result), *result.args, **result.kwargs)
        return task.call(*result.args, **result.kwargs)


@contextmanager
def _clean_connections() -> Iterator[None]:
    """Drop whatever connection the task leaves broken or inside a transaction of its own."""
    inside = {connection.alias for connection in connections.all() if connection.in_atomic_block}
    try:
        yield
    finally:
        for connection in connections.all(initialized_only=True):
            if connection.alias in inside:
                continue
            if connection.in_atomic_block:
                connection.close()
                del connections[connection.alias]
            else:
                connection.close_if_unusable_or_obsolete()


def execute(job: Job, limits: Limits) -> bool:
    """Run ``job`` once. True when it is done; every error of the task itself is recorded, none is raised.

    Raises what the database raises when the outcome cannot be recorded: then the lease ends, and the job
    runs again.
    """
    began = time.monotonic()
    try:
        if job.attempts > limits.attempts:
            raise WorkerLost(f"{job.worker} is not tried again after {limits.attempts} attempts.")
        with _clean_connections():
            value = normalize_json(_call(job))
    except ObjectDoesNotExist as error:
        if not job.task.startswith(_FOREIGN):
            return _failed(job, error, limits)
        value = None
    except (Exception, SystemExit) as error:
        return _failed(job, error, limits)
    if queue.finish(job, value):
        log.debug("job %d %s done in %.0f ms", job.pk, job.task, (time.monotonic() - began) * 1000)
    else:
        log.warning("job %d %s ended after its lease was lost; it may run twice", job.pk, job.task)
    return True


def _failed(job: Job, error: BaseException, limits: Limits) -> bool:
    status = queue.fail(job, error, limits)
    if status == Status.DEAD:
        log.error("job %d %s failed for the last time, attempt %d: %r", job.pk, job.task, job.attempts, error)
    else:
        log.warning(
            "job %d %s failed, attempt %d of %d, again in %.0f s: %r",
            *(job.pk, job.task, job.attempts, limits.attempts, limits.delay(job.attempts), error),
        )
    return False
