"""The whole demo newsroom on this machine, in the foreground, with one command."""

import http.client
import logging
import os
import sys
import time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from cms.jobs.supervisor import Child, PortTaken, Supervisor, require_free_port
from home.demo.accounts import ACCOUNTS
from home.demo.start import Start

WORKERS, THREADS = 2, 4


class Command(BaseCommand):
    help = "Prepares the demo newsroom and runs its web server and worker until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        port = urlsplit(settings.SITE_URL).port or 8000
        parser.add_argument("--port", type=int, default=port, help="where the web server listens")

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        if not settings.DEMO:
            # The settings of this process were read without it.
            os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"DEMO": "yes"})  # noqa: S606
        self.began = time.monotonic()
        self.port = port
        self._require_port()
        self.stdout.write(f"{settings.SITE_NAME}, the demo newsroom")
        # The steps show themselves; a line for each page that is loaded would bury them.
        logging.getLogger().setLevel(logging.WARNING)
        try:
            Start(sys.stdout).run()
        except KeyboardInterrupt:
            self._say("\nInterrupted. The next start goes on from here.")
            sys.exit(130)
        connections.close_all()
        # The steps may have taken minutes: whoever came meanwhile would answer in our place.
        self._require_port()
        sys.exit(Supervisor(self._children(), self._say).run(self._is_ready))

    def _require_port(self) -> None:
        try:
            require_free_port(self.port)
        except PortTaken as taken:
            raise CommandError(
                f"Port {self.port} is taken ({taken}). End what listens there, or choose another:"
                " make demo PORT=8001"
            ) from taken

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _children(self) -> list[Child]:
        environment = {"LOG_LEVEL": "WARNING"} | os.environ | {"DEMO": "yes"}
        python = [sys.executable, "-m"]
        web = [*python, "gunicorn", "cms.wsgi", "--preload", "--bind", f"127.0.0.1:{self.port}"]
        web += ["--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)]
        web += ["--graceful-timeout", "5", "--log-level", "error", "--no-control-socket"]
        worker = [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker"]
        return [Child("The web server", web, environment), Child("The worker", worker, environment)]

    def _is_ready(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            if connection.getresponse().status != 200:
                return False
        except OSError:
            return False
        finally:
            connection.close()
        self._welcome()
        return True

    def _welcome(self) -> None:
        site = settings.SITE_URL
        width = max(len(account.username) for account in ACCOUNTS)
        rows = [
            f"  {account.username:<{width}}  {account.password}  {account.name}, {account.role} ({account.language})"
            for account in ACCOUNTS
        ]
        lines = [
            "",
            f"Ready after {time.monotonic() - self.began:.1f} s:",
            f"  {site}/          both languages, and one click into the admin as each role",
            f"  {site}/en/       the public site in English",
            f"  {site}/fr/       le site public en français",
            f"  {site}/admin/    the newsroom",
            f"  {site}/api/v2/pages/    REST",
            "",
            "Accounts (name, password):",
            *rows,
            "",
            "Ctrl-C ends it.",
        ]
        self._say("\n".join(lines))
