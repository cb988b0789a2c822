"""A newsroom as real processes on a database of its own, and browsers that look at it."""

import os
import shutil
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests import template_databases
from tests.processes import python, wait_for
from tests.servers import SqliteServer

# Who can sign in: the accounts of the demo, or in a bare newsroom "admin", a superuser.
PASSWORDS = dict.fromkeys(("editor-en", "editor-fr", "translator", "chief"), "communique-demo") | {
    "admin": "bare-newsroom-admin"
}


@dataclass
class Newsroom:
    """The address of a running newsroom, and pages in a browser on it."""

    url: str
    browser: Browser
    database_url: str
    var_dir: Path
    problems: list[str] = field(default_factory=list)
    _states: dict[tuple[str, str], object] = field(default_factory=dict)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def page(
        self, role: str | None = None, *, locale: str = "en-GB", width: int = 1280, height: int = 800
    ) -> Page:
        """A page of a fresh browser profile, signed in as ``role`` (a user name) if one is given.

        A role signs in once; later pages take over its cookies. Errors in a page's scripts fail the test.
        """
        context = self.browser.new_context(
            base_url=self.url,
            locale=locale,
            viewport={"width": width, "height": height},
            storage_state=self._signed_in(role, locale) if role else None,
        )
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        return page

    def _signed_in(self, role: str, locale: str) -> object:
        if (role, locale) not in self._states:
            context = self.browser.new_context(base_url=self.url, locale=locale)
            page = context.new_page()
            page.goto("/admin/login/")
            page.fill("input[name=username]", role)
            page.fill("input[name=password]", PASSWORDS[role])
            page.click("button[type=submit]")
            page.wait_for_url("**/admin/")
            self._states[role, locale] = context.storage_state()
            context.close()
        return self._states[role, locale]

    def close_pages(self) -> list[str]:
        """Close what the test has opened; gives what went wrong in its pages."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()
        problems, self.problems = self.problems, []
        return problems


@dataclass(frozen=True)
class Served:
    """Where a newsroom answers, and where its data is."""

    url: str
    database_url: str
    var_dir: Path


@contextmanager
def running(kind: str, var_dir: Path, browser: Browser) -> Iterator[Newsroom]:
    """As ``serving``, for a browser to look at."""
    with serving(kind, var_dir) as served:
        yield Newsroom(served.url, browser, served.database_url, served.var_dir)


@contextmanager
def serving(kind: str, var_dir: Path) -> Iterator[Served]:
    """Web server and worker on a copy of the template ``kind``: "demo", or "newsroom" for a bare one."""
    server = SqliteServer()
    template = template_databases.ensure(server, kind)
    database = var_dir / "communique.sqlite3"
    shutil.copyfile(server.path(template), database)
    if template_databases.media_of(template).exists():
        shutil.copytree(template_databases.media_of(template), var_dir / "media")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://localhost:{port}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.server_settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "VAR_DIR": str(var_dir),
        "SITE_URL": url,
        "DEMO": "yes",
        "LOG_LEVEL": "WARNING",
    }
    environment.pop("SECRET_KEY", None)
    with ExitStack() as stack:
        with python("manage.py", "setup_site", environment=environment) as setup:
            assert setup.wait(60) == 0, "setup_site failed"
        if kind == "newsroom":
            account = environment | {"DJANGO_SUPERUSER_PASSWORD": PASSWORDS["admin"]}
            command = ["createsuperuser", "--noinput", "--username", "admin", "--email", "admin@example.org"]
            with python("manage.py", *command, environment=account) as create:
                assert create.wait(60) == 0, "createsuperuser failed"
        gunicorn = [
            "gunicorn",
            "cms.wsgi",
            "--preload",
            "--bind",
            f"127.0.0.1:{port}",
            "--worker-class",
            "gthread",
        ]
        gunicorn += ["--threads", "4", "--log-level", "error", "--no-control-socket"]
        web = stack.enter_context(python("-m", *gunicorn, environment=environment, log=var_dir / "web.log"))
        stack.enter_context(
            python("manage.py", "worker", environment=environment, log=var_dir / "worker.log")
        )
        wait_for(lambda: web.poll() is not None or _answers(f"{url}/readyz"), 60)
        assert web.poll() is None, (var_dir / "web.log").read_text()
        yield Served(url, environment["DATABASE_URL"], var_dir)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
