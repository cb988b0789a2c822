"""Loading the demo: again without doubling, on after an interruption, nothing unfinished in public."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import template_databases
from tests.processes import python, wait_for
from tests.servers import SqliteServer

pytestmark = pytest.mark.only_on("sqlite")
TABLES = (
    *("wagtailcore_page", "wagtailcore_revision", "media_library_pressimage", "media_library_pressdocument"),
    *(
        "media_library_video",
        "media_library_videotext",
        "vocabulary_topic",
        "vocabulary_person",
        "vocabulary_place",
    ),
    *("wagtail_localize_translation", "wagtail_localize_stringtranslation", "users_user", "auth_group"),
    *("store_item", "taggit_tag"),
)


class Loaded:
    """A copy of a template, and commands in it."""

    def __init__(self, kind: str, folder: Path) -> None:
        server = SqliteServer()
        self.database = folder / "communique.sqlite3"
        self.log = folder / "log"
        shutil.copyfile(server.path(template_databases.ensure(server, kind)), self.database)
        self.environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "cms.settings",
            "VAR_DIR": str(folder),
            "LOG_LEVEL": "WARNING",
        }

    def run(self, *command: str) -> str:
        with python("manage.py", *command, environment=self.environment, log=self.log) as process:
            assert process.wait(300) == 0, self.log.read_text()
        return self.log.read_text()

    def ask(self, query: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.database) as connection:
            rows = connection.execute(query).fetchall()
        connection.close()
        return rows

    def counts(self) -> dict[str, object]:
        return {table: self.ask(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Loaded]:
    return Loaded("demo", tmp_path)


def test_loaded_again_nothing_doubles_and_nothing_changes(demo: Loaded) -> None:
    before = demo.counts()
    demo.run("seed_demo", "--today", "2031-07-06")
    assert demo.counts() == before
    assert "0 differences" in demo.run("rebuild_content", "--check")


def test_what_is_in_translation_is_public_in_no_language(demo: Loaded) -> None:
    drafts = demo.ask("SELECT translation_key FROM wagtailcore_page WHERE NOT live AND depth > 2")
    assert len(drafts) == 4
    for (key,) in drafts:
        assert demo.ask(f"SELECT 1 FROM store_item WHERE object_key LIKE '%{_dashed(str(key))}'") == []
    assert demo.ask(
        "SELECT count(*) FROM store_reference r WHERE target_key IN "
        "(SELECT 'page:' || translation_key FROM wagtailcore_page WHERE NOT live)"
    ) == [(0,)]


def test_an_interrupted_run_is_continued(tmp_path: Path) -> None:
    bare = Loaded("newsroom", tmp_path)
    with python("manage.py", "seed_demo", environment=bare.environment, log=bare.log):
        # The process is killed as soon as there is something of everything but the pages.
        wait_for(lambda: bare.ask("SELECT count(*) FROM vocabulary_topic")[0][0], 120)
    bare.run("seed_demo")
    whole = Loaded("demo", _folder(tmp_path / "whole"))
    assert bare.counts() | {"wagtailcore_revision": 0} == whole.counts() | {"wagtailcore_revision": 0}


def test_a_wrong_day_is_refused_with_its_mend(demo: Loaded) -> None:
    with python("manage.py", "seed_demo", "--today", "tomorrow", environment=demo.environment) as process:
        output = process.communicate(timeout=60)[0]
    assert process.returncode == 2
    assert "Write it like 2026-11-25" in output
    assert "Traceback" not in output


def _dashed(key: str) -> str:
    return key if "-" in key else "-".join((key[:8], key[8:12], key[12:16], key[16:20], key[20:]))


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
