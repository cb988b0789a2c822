"""Make the locales, the site record, the two homes and their sections. Running it again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from home.setup import setup_site


class Command(BaseCommand):
    """``manage.py setup_site``."""

    help = "Make the two locales, the site of SITE_URL, a home and the sections in each language."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and name the homes."""
        for language, home in setup_site().items():
            self.stdout.write(f"{language}: {home.title}")
