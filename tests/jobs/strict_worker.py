"""A worker with short limits, for tests: ``python -m tests.jobs.strict_worker``."""

import django

django.setup()

from cms.jobs.backend import Limits  # noqa: E402
from cms.jobs.guard import guarded  # noqa: E402
from cms.jobs.worker import Worker  # noqa: E402

LIMITS = Limits(lease=2, heartbeat=0.4, attempts=2, first_delay=0.2, longest_run=1.5, grace=0.5)


def run() -> None:
    worker = Worker(LIMITS)
    worker.stop_on_signals()
    worker.run()


if __name__ == "__main__":
    guarded(run)
