"""Background jobs and the clock."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.jobs.backend import limits
from cms.jobs.guard import guarded
from cms.jobs.worker import Worker


class Command(BaseCommand):
    help = "Runs background jobs and the clock until it is told to stop (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="do what the clock owes, run one job, and end"
        )
        parser.add_argument("--burst", action="store_true", help="do all that is due now, and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"] or options["burst"]:
            worker = Worker(limits())
            worker.stop_on_signals()
            worker.run_due(at_most=1 if options["once"] else None)
        else:
            guarded(_run)


def _run() -> None:
    worker = Worker(limits())
    worker.stop_on_signals()
    worker.run()
