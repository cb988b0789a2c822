"""A wrong value in the environment stops the start, names the variable and says the mend."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms import environment as env

ROOT = Path(__file__).resolve().parent.parent

WRONG = [
    ("flag", "maybe", {"default": True}, "yes or no"),
    ("integer", "many", {"default": 1, "least": 1, "most": 9}, "from 1 to 9"),
    ("integer", "0", {"default": 1, "least": 1, "most": 9}, "from 1 to 9"),
    ("integer", "1e3", {"default": 1, "least": 1, "most": 9}, "from 1 to 9"),
    ("address", "news.example.org", {"default": ""}, "https://news.example.org"),
    ("address", "ftp://news.example.org", {"default": ""}, "https://news.example.org"),
    ("address", "https://news.example.org/en/", {"default": ""}, "no path"),
    ("address", "https://news.example.org:99999", {"default": ""}, "no path"),
    ("location", "private-files", {"apart_from": "/media/"}, "like /private-files/"),
    ("location", "/private-files", {"apart_from": "/media/"}, "slash at both ends"),
    ("location", "https://files.example.org/", {"apart_from": "/media/"}, "like /private-files/"),
    ("location", "/media/files/", {"apart_from": "/media/"}, "not begin with /media/"),
    ("zone", "Mars/Olympus", {"default": ""}, "Europe/Brussels"),
    ("zone", "../../etc/passwd", {"default": ""}, "Europe/Brussels"),
    ("choice", "LOUD", {"default": "INFO", "allowed": ["INFO", "ERROR"]}, "INFO, ERROR"),
    ("database", "mysql://host/name", {"default": ""}, "postgres://user:password@host:5432/name"),
    ("database", "postgres://host", {"default": ""}, "name of the database is missing"),
    ("database", "postgres://host:port/name", {"default": ""}, "postgres://user:password@host:5432/name"),
    ("database", "sqlite:relative", {"default": ""}, "sqlite:///path/to/file"),
]


@pytest.mark.parametrize(("reader", "value", "arguments", "mend"), WRONG)
def test_a_wrong_value_says_the_mend(
    monkeypatch: pytest.MonkeyPatch, reader: str, value: str, arguments: dict[str, object], mend: str
) -> None:
    monkeypatch.setenv("THE_NAME", value)
    with pytest.raises(ImproperlyConfigured) as caught:
        getattr(env, reader)("THE_NAME", **arguments)
    assert "THE_NAME" in str(caught.value)
    assert mend in str(caught.value)


def test_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "oracle://user:s3cret@host/name")
    with pytest.raises(ImproperlyConfigured) as caught:
        env.database("DATABASE_URL", "")
    assert "s3cret" not in str(caught.value)


def test_an_empty_value_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THE_NAME", " ")
    assert env.integer("THE_NAME", 7, least=1, most=9) == 7


def test_a_short_secret_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "short")
    with pytest.raises(ImproperlyConfigured, match="32 random characters"):
        env.secret("SECRET_KEY", tmp_path / "key")


def test_a_secret_is_made_once_for_its_owner_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    first = env.secret("SECRET_KEY", tmp_path / "key")
    assert len(first) >= 32
    assert env.secret("SECRET_KEY", tmp_path / "key") == first
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0


def test_the_start_stops_with_one_line(tmp_path: Path) -> None:
    environment = os.environ | {
        "SITE_URL": "nowhere",
        "VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cms.settings",
    }
    started = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 1
    assert "SITE_URL='nowhere' cannot be used. Write it like https://news.example.org" in started.stderr
    assert "Traceback" not in started.stderr
