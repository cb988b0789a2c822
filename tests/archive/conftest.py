"""Archives to import: the real one, and small ones written by a test."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.processes import ROOT
from tests.run_database import RunDatabase
from tests.servers import PREFIX

# Real posts, kept beside the repository: none of them is part of it.
DATA = ROOT.parent / "shared" / "data"

WritePost = Callable[..., Path]


def _data(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        reason = f"{path} is not there"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path


@pytest.fixture(scope="session")
def real_posts() -> Path:
    """A real archive: 101 posts in both languages."""
    return _data("posts")


@pytest.fixture(scope="session")
def user_article() -> Path:
    """A French news article among the dialogs of the site that it stands on."""
    return _data("seed_article.fr.txt")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An empty archive."""
    directory = tmp_path / "archive"
    for language in ("en", "fr"):
        (directory / language).mkdir(parents=True)
    return directory


@pytest.fixture
def write_post(archive: Path) -> WritePost:
    """Writes a post into the archive; front matter by keywords, ``key`` being the translationKey."""

    def write(name: str, body: str = "Words.\n", **front: Any) -> Path:
        values = {"title": "A title", "date": "2021-02-03T04:05:06Z", "translationKey": "key"}
        values |= {"image-alt" if key == "image_alt" else key: value for key, value in front.items()}
        values = {key: value for key, value in values.items() if value is not None}
        path = archive / name
        head = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
        return path

    return write


@pytest.fixture
def import_posts() -> Callable[..., tuple[int, str]]:
    """The command: its exit code and what it printed."""

    def run(*arguments: str | Path) -> tuple[int, str]:
        output = StringIO()
        try:
            call_command("import_posts", *map(str, arguments), stdout=output)
        except SystemExit as end:
            return int(end.code or 0), output.getvalue()
        return 0, output.getvalue()

    return run


@pytest.fixture(scope="session")
def imported_database(run_database: RunDatabase, real_posts: Path) -> Iterator[str]:
    """The name of a copy of the newsroom into which the real archive was imported, by the command, in one go."""
    name = f"{PREFIX}run_archive_{os.getpid()}"
    run_database.server.copy(run_database.template, name)
    environment = os.environ | {
        "DATABASE_URL": run_database.server.url(name),
        "DJANGO_SETTINGS_MODULE": "cms.settings",
        "VAR_DIR": str(settings.VAR_DIR),
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "manage.py", "import_posts", str(real_posts)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    yield name
    run_database.server.drop(name)


@pytest.fixture(scope="module")
def newsroom_with_archive(
    run_database: RunDatabase, imported_database: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Lets the tests of a module stand in the newsroom with the real archive."""
    with django_db_blocker.unblock():
        connections.close_all()
        run_database.server.copy(imported_database, run_database.name)
    yield
    with django_db_blocker.unblock():
        run_database.restore()
