"""The files of the contract, made again from the declarations."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.contract.artefacts import outdated


class Command(BaseCommand):
    help = "Writes the files of the contract that the declarations would make otherwise; --check only names them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing, and fail if a file differs")

    def handle(self, *args: Any, **options: Any) -> None:
        root = Path(settings.BASE_DIR)
        found = list(outdated(root))
        if options["check"] and found:
            raise CommandError(
                f"Not as the declarations say: {', '.join(one.path for one in found)}. Run make contract."
            )
        for artefact in found:
            (root / artefact.path).write_text(artefact.text())
            self.stdout.write(artefact.path)
