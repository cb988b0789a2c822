"""Load the demo newsroom. What is there already stays as it is; an interrupted run is continued."""

import logging
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from tqdm import tqdm

from home.demo.loading import steps


def day(written: str) -> date:
    """A day such as 2026-11-25."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(f"{written!r} is not a day. Write it like 2026-11-25.") from None


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Hold back a logger's lines on every page and revision: they would hide the bar."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)


class Command(BaseCommand):
    """``manage.py seed_demo [--today YYYY-MM-DD]``."""

    help = "Load the demo newsroom of a fictional alliance, in both languages, with its four accounts."

    def add_arguments(self, parser: CommandParser) -> None:
        """One option."""
        parser.add_argument(
            "--today",
            type=day,
            default=None,
            help="the day that all dates are counted from (default: this day)",
        )

    def handle(self, *args: Any, today: date | None, verbosity: int, **options: Any) -> None:
        """Load item by item, with a bar on terminals."""
        with quiet("wagtail"):
            found = steps(today or timezone.localdate())
            with tqdm(found, unit="", leave=False, disable=None if verbosity else True) as bar:
                for name, load in bar:
                    bar.set_postfix_str(name)
                    load()
        if verbosity:
            self.stdout.write(f"{len(found)} items of the demo newsroom are loaded.")
