"""manage.py rebuild_content [--check]"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from cms.store.rebuilding import check, rebuild, total


class Command(BaseCommand):
    """Render every content item again, or report every difference from a fresh rendering."""

    help = "Renders every content item again; with --check, writes nothing and reports every difference."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="compare only; exit 1 when anything differs")

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(total=total(), unit=" sources", disable=options["verbosity"] == 0) as bar:
            problems = (check if options["check"] else rebuild)(bar.update)
        for problem in problems:
            self.stderr.write(f"{problem.source} {problem.problem}")
        if problems:
            raise CommandError(
                f"{len(problems)} differences. Run rebuild_content to mend them."
                if options["check"]
                else f"{len(problems)} sources failed."
            )
        if options["verbosity"]:
            self.stdout.write("The store holds exactly what a fresh rendering says: 0 differences.")
