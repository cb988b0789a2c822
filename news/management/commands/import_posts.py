"""Import an archive of bilingual posts: Markdown with front matter in ``en/`` and ``fr/``."""

import logging
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from cms.pages.locales import Language
from news.archive import report
from news.archive.importing import NoSection, import_posts
from news.archive.pairing import BadDirectory, files_of, read_archive


class Command(BaseCommand):
    """``manage.py import_posts DIR``. Ends with 1 when a file was refused, with 2 when nothing could be read."""

    help = "Import bilingual posts (Markdown with front matter in en/ and fr/, paired by translationKey)."

    def add_arguments(self, parser: CommandParser) -> None:
        """The directory, and what cannot be read from it."""
        parser.add_argument("directory", type=Path, metavar="DIR")
        parser.add_argument("--original", choices=Language.values, default=Language.EN.value)
        parser.add_argument("--dry-run", action="store_true", help="tell what would be done, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, write, report."""
        directory: Path = options["directory"]
        # Three lines per page would bury the bar and the report.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        try:
            with self._bar(_("Reading"), len(files_of(directory)[0])) as bar:
                archive = read_archive(directory, lambda: bar.update())
            with self._bar(_("Importing"), len(archive.pairs)) as bar:
                result = import_posts(
                    archive,
                    original=options["original"],
                    rehearsal=options["dry_run"],
                    seen=lambda: bar.update(),
                )
        except (BadDirectory, NoSection) as problem:
            raise CommandError(str(problem), returncode=2) from problem
        except KeyboardInterrupt:
            raise CommandError(_("Interrupted. Run it again to go on."), returncode=130) from None
        for line in report.lines(result, rehearsal=options["dry_run"]):
            self.stdout.write(line)
        if not report.is_complete(result):
            sys.exit(1)

    def _bar(self, title: str, total: int) -> "tqdm[Any]":
        # Only on a terminal: elsewhere a bar is noise in a log.
        return tqdm(total=total, desc=title, disable=None, file=sys.stderr)
