"""What a start of the demo does before its processes run: each step once, and shown while it goes on."""

import gc
import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from django.conf import settings
from django.core.management import call_command
from django.db.models.signals import post_save
from django.utils.functional import cached_property

from cms.jobs import steps

_APPS = ("cms", "home", "news", "media_library", "search")


class _Dots(io.TextIOBase):
    """Takes a command's output and shows a dot for so many of its lines."""

    def __init__(self, out: TextIO, lines: int = 10) -> None:
        self._out, self._every, self._lines = out, lines, 0

    def write(self, text: str) -> int:
        for _ in range(text.count("\n")):
            self._lines += 1
            if self._lines % self._every == 0:
                self._out.write(".")
                self._out.flush()
        return len(text)


class Start:
    """Brings database, newsroom and static files to what this source needs. Safe to interrupt and to repeat."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def run(self) -> None:
        # Migrations make and drop millions of small objects: looking for cycles among them each time takes a fifth.
        gc.freeze()
        gc.set_threshold(100_000, 20, 20)
        known = steps.is_done("newsroom", "loaded")
        changed = self._once("Database", "database", self._source, self._migrate)
        self._once(
            "Languages and sections", "sections", steps.fingerprint(self._source, settings.SITE_URL), _set_up
        )
        # Loaded once into a database: what people have done there since is theirs.
        self._once("Demo newsroom", "newsroom", "loaded", self._load)
        if known and changed:
            with self._shown("Content, rendered by the new source"):
                call_command("rebuild_content", verbosity=0)
        self._collect_static_files()

    @cached_property
    def _source(self) -> str:
        files = [
            path
            for app in _APPS
            for path in (settings.BASE_DIR / app).rglob("*.py")
            if "__pycache__" not in path.parts
        ]
        return steps.fingerprint(files=[*files, settings.BASE_DIR / "requirements.lock"])

    @contextmanager
    def _shown(self, title: str) -> Iterator[None]:
        began = time.monotonic()
        self.out.write(f"  {title} …")
        self.out.flush()
        yield
        self.out.write(f" {time.monotonic() - began:.1f} s\n")
        self.out.flush()

    def _once(self, title: str, name: str, of: str, do: Callable[[], object]) -> bool:
        if steps.is_done(name, of):
            return False
        with self._shown(title):
            return steps.once(name, of, do)

    def _migrate(self) -> None:
        call_command("migrate", interactive=False, stdout=_Dots(self.out))

    def _load(self) -> None:
        dots = _Dots(self.out, lines=100)

        def saved(**kwargs: Any) -> None:
            dots.write("\n")

        post_save.connect(saved)
        try:
            call_command("seed_demo", stdout=io.StringIO())
        finally:
            post_save.disconnect(saved)

    def _collect_static_files(self) -> None:
        stamp: Path = settings.STATIC_ROOT / ".fingerprint"
        ours = [
            path
            for pattern in ("static/**/*", "*/static/**/*")
            for app in (*_APPS, "templates")
            for path in (settings.BASE_DIR / app).glob(pattern)
            if path.is_file()
        ]
        of = steps.fingerprint(files=[*ours, settings.BASE_DIR / "requirements.lock"])
        if stamp.exists() and stamp.read_text() == of:
            return
        with self._shown("Static files"):
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            stamp.write_text(of)


def _set_up() -> None:
    call_command("setup_site", stdout=io.StringIO())
