"""Make releases in any number, in both languages, for load tests."""

import gc
import sys
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from news.archive.importing import NoSection
from news.volume.seeding import MOST, seed


def count(written: str) -> int:
    """A number of releases."""
    if not written.isdecimal() or not 1 <= int(written) <= MOST:
        raise ArgumentTypeError(
            _("%(written)s is not a number of releases. Write a whole number from 1 to %(most)d.")
            % {"written": written, "most": MOST}
        )
    return int(written)


class Command(BaseCommand):
    """``manage.py seed_volume N``. What is there already stays as it is; an interrupted run is continued."""

    help = "Make N news releases in both languages (2N pages) under the sections that setup_site makes."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many."""
        parser.add_argument("count", type=count, metavar="N")

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Make them, with a bar on terminals."""
        wanted: int = options["count"]
        # Each batch makes and drops many small objects: looking through everything loaded for cycles takes a sixth.
        gc.freeze()
        try:
            with tqdm(total=wanted, file=sys.stderr, disable=None if verbosity else True) as bar:
                made = seed(wanted, bar.update)
        except NoSection as problem:
            raise CommandError(str(problem), returncode=2) from problem
        except KeyboardInterrupt:
            raise CommandError(_("Interrupted. Run it again to go on."), returncode=130) from None
        finally:
            gc.unfreeze()
        if verbosity:
            self.stdout.write(
                _("Releases made: %(made)d. There are %(count)d in both languages now.")
                % {"made": made, "count": wanted}
            )
