"""What an operator's Prometheus reads: how far behind the newsroom is, and what this process has kept.

Gauges of the newsroom are the same whichever web process answers. Those of the map of answers are of the process that
answers: ``process_`` in their names. Nothing names a page, a person or a word of a text.
"""

import hmac
import logging
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Max, Min
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from cms.jobs.models import ClockDuty, Job, Status
from cms.store.clock import now
from cms.store.models import Counter, Instant, Mark, Ready
from search.answers import answers

log = logging.getLogger(__name__)
LOOPBACK = ("127.", "::1")


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures in Prometheus's text format; 403 for who has not the token, or asks from another machine."""
    if not _may_read(request):
        return HttpResponse("Forbidden.\n", status=403, content_type="text/plain; charset=utf-8")
    registry = CollectorRegistry()
    registry.register(_Process())
    registry.register(_Newsroom())
    answer = HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _may_read(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    # What a proxy on this machine passes on comes from elsewhere, and says so.
    passed_on = any(name in request.META for name in ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED"))
    return request.META.get("REMOTE_ADDR", "").startswith(LOOPBACK) and not passed_on


class _Process(Collector):
    """What this process keeps of answers."""

    def collect(self) -> Iterator[Metric]:
        figures = answers.figures
        for name, value, meaning in (
            ("entries", figures.entries, "Answers that this process keeps."),
            ("bytes", figures.bytes, "Memory that the kept answers take."),
            ("bound_bytes", settings.ANSWER_MAP_BYTES, "Memory that kept answers may take."),
        ):
            yield GaugeMetricFamily(f"communique_process_answers_{name}", meaning, value=value)
        for name, value, meaning in (
            ("hits", figures.hits, "Answers that were kept for the store's version."),
            ("misses", figures.misses, "Answers that were not kept, or for another version."),
            ("evictions", figures.evictions, "Answers forgotten for want of room."),
        ):
            yield CounterMetricFamily(f"communique_process_answers_{name}", meaning, value=value)


class _Newsroom(Collector):
    """How far the store and the worker have come. Where the database cannot be asked, that alone is said."""

    def collect(self) -> Iterator[Metric]:
        try:
            found = [*_store(), *_jobs()]
        except DatabaseError as error:
            log.warning("no figures of the newsroom: %s", error)
            found = []
        yield GaugeMetricFamily(
            "communique_database_up", "Whether the database answers.", value=int(bool(found))
        )
        yield from found


def _store() -> Iterator[Metric]:
    at = now()
    number = Counter.objects.values_list("number", flat=True).first() or 0
    yield CounterMetricFamily("communique_store_changes", "Changes of what is public.", value=number)
    marks = Mark.objects.aggregate(all=Count("pk"), tried=Max("failures"))
    yield GaugeMetricFamily("communique_store_marks", "Rows that wait to be rendered.", value=marks["all"])
    yield GaugeMetricFamily(
        "communique_store_failures_most", "The most failures of a row that waits.", value=marks["tried"] or 0
    )
    waiting = Ready.objects.filter(since=None).count()
    yield GaugeMetricFamily(
        "communique_store_unready", "Items whose texts are yet to be filled.", value=waiting
    )
    following = Instant.objects.filter(at__gt=at).aggregate(at=Min("at"))["at"]
    if following is not None:
        yield GaugeMetricFamily(
            "communique_store_next_instant_seconds",
            "Until something appears or expires by the clock.",
            value=(following - at).total_seconds(),
        )


def _jobs() -> Iterator[Metric]:
    at = now()
    counts = dict(Job.objects.values_list("status").annotate(number=Count("pk")))
    jobs = GaugeMetricFamily("communique_jobs", "Background jobs by what became of them.", labels=["status"])
    for status in Status.values:
        jobs.add_metric([status], counts.get(status, 0))
    yield jobs
    late = GaugeMetricFamily(
        "communique_clock_late_seconds", "Since a duty of the clock was due.", labels=["duty"]
    )
    failed = GaugeMetricFamily("communique_clock_failed", "Whether a duty last failed.", labels=["duty"])
    for duty in ClockDuty.objects.order_by("name"):
        late.add_metric([duty.name], max(0.0, (at - duty.next_at).total_seconds()))
        failed.add_metric([duty.name], int(bool(duty.error)))
    yield late
    yield failed
