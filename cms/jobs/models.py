"""The tables of the queue and of the clock."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a job stands. "Dead" is the dead letter: it failed as often as it may, and waits for a person."""

    READY = "ready", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    DEAD = "dead", _("Failed")


QUEUE_NAME_LENGTH = 64
OPEN = (Status.READY, Status.RUNNING)


class JobQuerySet(models.QuerySet["Job"]):
    def due(self) -> "JobQuerySet":
        """What a worker may take now, by the database's clock, in the order in which it is taken."""
        return self.filter(status__in=OPEN, due_at__lte=Now()).order_by("-priority", "id")

    def dead(self) -> "JobQuerySet":
        return self.filter(status=Status.DEAD)

    def held_by(self, job: "Job") -> "JobQuerySet":
        """The row of ``job`` while the attempt that it stands for still holds the lease."""
        return self.filter(pk=job.pk, status=Status.RUNNING, worker=job.worker, attempts=job.attempts)


class Job(models.Model):
    """A task that was enqueued: what to call, from when, and how its attempts ended."""

    task = models.CharField(_("task"), max_length=255)
    queue = models.CharField(_("queue"), max_length=QUEUE_NAME_LENGTH)
    priority = models.SmallIntegerField(_("priority"), default=0)
    # {"args": [...], "kwargs": {...}}, JSON; never a secret (cms.jobs.arguments).
    arguments = models.JSONField(_("arguments"))
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.READY)
    # From when a worker may take it: while it waits, when it is to run; while it runs, when its lease ends.
    due_at = models.DateTimeField(_("due"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    worker = models.CharField(_("worker"), max_length=100, blank=True)
    enqueued_at = models.DateTimeField(_("enqueued"))
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    return_value = models.JSONField(_("result"), null=True)
    # [{"exception_class_path": ..., "traceback": ...}], one of each attempt that failed, the latest last.
    errors = models.JSONField(_("errors"), default=list)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="jobs_job_status_known"),
        ]
        indexes = [
            # Open jobs alone: an idle worker's poll reads nothing, however long the history.
            models.Index(
                F("priority").desc(), "id", "due_at", name="jobs_job_open", condition=Q(status__in=OPEN)
            ),
            models.Index("status", "finished_at", name="jobs_job_finished"),
        ]

    def __str__(self) -> str:
        return f"{self.task} #{self.pk}"


class ClockDuty(models.Model):
    """A periodic duty of the workers: when it is next due, who runs it, and how it last went."""

    name = models.CharField(_("name"), max_length=100, primary_key=True)
    # While a worker runs it, the end of that worker's lease.
    next_at = models.DateTimeField(_("due"))
    worker = models.CharField(_("worker"), max_length=100, blank=True)
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("periodic duty")
        verbose_name_plural = _("periodic duties")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class StartStep(models.Model):
    """What a start has done to this database already, so that the next one need not."""

    name = models.CharField(max_length=100, primary_key=True)
    # Digest of all that the step's outcome depends on.
    fingerprint = models.CharField(max_length=64)
    done_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
