"""Archives to import: the real one, and small ones written by a test."""

import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command

# Real posts, kept beside the repository: none of them is part of it.
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

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
        head = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
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
