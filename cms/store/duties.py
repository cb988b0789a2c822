"""What the worker's clock does for the store."""

from datetime import timedelta

from cms.jobs.clock import every
from cms.store import ready
from cms.store.clock import now
from cms.store.following import follow
from cms.store.models import Change, Instant, Mark

KEEP = timedelta(
    days=400
)  # changes older than this are forgotten: a consumer that slept longer crawls afresh


@every(seconds=1, name="store.follow", when=Mark.objects.exists)
def follow_marks() -> None:
    """Bring the store up to date with what no request has followed."""
    follow()


@every(seconds=1, name="store.ready", when=ready.anything_waits)
def make_ready() -> None:
    """Fill the texts of what was written."""
    ready.make()


@every(seconds=86_400, name="store.prune")
def prune() -> None:
    """Forget old changes, and instants that have passed but the latest."""
    at = now()
    Change.objects.filter(at__lt=at - KEEP).delete()
    passed = Instant.objects.filter(at__lte=at).order_by("-at").values_list("at", flat=True)
    latest = passed.first()
    if latest is not None:
        Instant.objects.filter(at__lt=latest).delete()
