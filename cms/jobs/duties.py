"""The clock's own duties: scheduled publishing, and clearing the queue's history."""

from datetime import timedelta

from cms.jobs import queue, scheduled
from cms.jobs.clock import every

# Days that a finished job, and a dead one, stay to be looked at.
DONE_FOR, DEAD_FOR = timedelta(days=7), timedelta(days=90)


def prune() -> int:
    return queue.prune(done_after=DONE_FOR, dead_after=DEAD_FOR)


def register() -> None:
    every(5, "jobs.publish-scheduled", when=scheduled.anything_due)(scheduled.publish_scheduled)
    every(86_400, "jobs.prune")(prune)
