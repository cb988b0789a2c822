"""Whether every text of ours is translated."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.contract.descriptions import untranslated_sources
from cms.pages.catalogues import Text, problems, texts_of

FOLDERS = ("cms", "home", "media_library", "news", "search", "templates")


class Command(BaseCommand):
    help = "Lists texts of ours that are untranslated, fuzzy or not compiled, and fails if there are any."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        root = Path(settings.BASE_DIR)
        texts = list(texts_of([root / folder for folder in FOLDERS], root))
        # The docstrings of what is public are read in both languages too.
        texts += [Text(text, None, "contract") for text in dict.fromkeys(untranslated_sources()) if text]
        found: list[str] = []
        for language, _name in settings.LANGUAGES:
            if language != settings.LANGUAGE_CODE:
                po = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"
                found += problems(texts, po, language)
        for problem in found:
            self.stdout.write(problem)
        if found:
            raise CommandError(f"{len(found)} problems with the translations.")
        self.stdout.write(f"{len({(text.id, text.context) for text in texts})} texts, all translated.")
