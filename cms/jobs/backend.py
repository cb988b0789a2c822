"""The task backend over our own table: what is enqueued is part of the caller's transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task_backends
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import DEFAULT_TASK_BACKEND_ALIAS, Task, TaskError, TaskResult, TaskResultStatus
from django_tasks.exceptions import InvalidTaskError, TaskResultDoesNotExist
from django_tasks.signals import task_enqueued

from cms.jobs import arguments
from cms.jobs.models import QUEUE_NAME_LENGTH, Job, Status

RESULT_STATUS = {
    Status.READY: TaskResultStatus.READY,
    Status.RUNNING: TaskResultStatus.RUNNING,
    Status.DONE: TaskResultStatus.SUCCESSFUL,
    Status.DEAD: TaskResultStatus.FAILED,
}


@dataclass(frozen=True)
class Limits:
    """How jobs are leased and retried; OPTIONS of the backend in TASKS."""

    # Seconds after which a silent worker's job is taken by another.
    lease: float = 20
    # Seconds between two signs of life; several fit into a lease.
    heartbeat: float = 5
    # After so many failed attempts a job is a dead letter.
    attempts: int = 8
    # Seconds before the second attempt; four times as long before each later one.
    first_delay: float = 5
    longest_delay: float = 3600
    # Seconds that one attempt may take; whoever takes longer is stopped with its process.
    longest_run: float = 900
    # Seconds that a stopping worker leaves to the job in hand.
    grace: float = 10

    def delay(self, attempts: int) -> float:
        """Seconds to wait after the ``attempts``-th failure."""
        return float(min(self.first_delay * 4 ** (attempts - 1), self.longest_delay))


class JobBackend(BaseTaskBackend):
    """Enqueues into the ``Job`` table; ``manage.py worker`` runs what stands there."""

    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        try:
            self.limits = Limits(**self.options)
        except TypeError as error:
            raise ImproperlyConfigured(f"TASKS[{alias!r}]['OPTIONS']: {error}") from error

    def validate_task(self, task: Task[..., Any]) -> None:
        super().validate_task(task)
        if len(task.queue_name) > QUEUE_NAME_LENGTH:
            raise InvalidTaskError(f"The queue's name is too long: {task.queue_name!r}")

    def enqueue(
        self, task: Task[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> TaskResult[Any]:
        """Write the job in the caller's transaction: it exists for the workers when that is committed."""
        self.validate_task(task)
        # To the millisecond, as SQLite's clock says it: else the job would be due a moment after it was made.
        now = timezone.now()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        job = Job.objects.create(
            task=task.module_path,
            queue=task.queue_name,
            priority=task.priority,
            arguments=arguments.stored(args, kwargs),
            due_at=task.run_after or now,
            enqueued_at=now,
        )
        result = result_of(job, task)
        task_enqueued.send(type(self), task_result=result)
        return result

    def get_result(self, result_id: str) -> TaskResult[Any]:
        try:
            job = Job.objects.get(pk=int(result_id))
            return result_of(job, task_of(job))
        except (Job.DoesNotExist, ValueError, ValidationError, ImportError, TypeError) as error:
            raise TaskResultDoesNotExist(result_id) from error


def limits() -> Limits:
    """The limits of the configured backend, or the defaults where tests run tasks at once."""
    backend = task_backends[DEFAULT_TASK_BACKEND_ALIAS]
    return backend.limits if isinstance(backend, JobBackend) else Limits()


def task_of(job: Job) -> Task[..., Any]:
    """The task that ``job`` calls. Raises ImportError when it is no more, TypeError when it is no task."""
    found: Task[..., Any] | Callable[..., Any] = import_string(job.task)
    if not isinstance(found, Task):
        raise TypeError(f"{job.task} is not a task.")
    return found.using(priority=job.priority, queue_name=job.queue)


def result_of(job: Job, task: Task[..., Any]) -> TaskResult[Any]:
    """The job as django_tasks shows it to callers."""
    args, kwargs = arguments.restored(job.arguments)
    result: TaskResult[Any] = TaskResult(
        task=task,
        id=str(job.pk),
        status=RESULT_STATUS[Status(job.status)],
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.started_at,
        args=args,
        kwargs=kwargs,
        backend=DEFAULT_TASK_BACKEND_ALIAS,
        errors=[TaskError(**error) for error in job.errors],
        worker_ids=[job.worker] * job.attempts,
    )
    object.__setattr__(result, "_return_value", job.return_value)
    return result
