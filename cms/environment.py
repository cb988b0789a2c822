"""Typed readers of the environment, which name the variable and the mend when a value is wrong.

Settings are flat values: environments differ by value, never by code path.
"""

import hashlib
import logging
import os
import re
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured


def _wrong(name: str, value: str, mend: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name}={value!r} cannot be used. {mend}")


def text(name: str, default: str) -> str:
    """The value of ``name``; an empty value counts as unset."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """A yes-or-no value. Raises ImproperlyConfigured on any other word."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"0", "no", "false", "off"}:
        return False
    raise _wrong(name, value, "Write yes or no.")


def integer(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number between ``least`` and ``most``, both included."""
    value = text(name, str(default))
    try:
        number = int(value)
    except ValueError:
        raise _wrong(name, value, f"Write a whole number from {least} to {most}.") from None
    if not least <= number <= most:
        raise _wrong(name, value, f"Write a whole number from {least} to {most}.")
    return number


def address(name: str, default: str) -> str:
    """An absolute http(s) address without path; returned without a trailing slash."""
    value = text(name, default)
    parts = urlsplit(value)
    try:
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        port_is_right = False
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or not port_is_right
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
    ):
        raise _wrong(name, value, "Write it like https://news.example.org, with no path.")
    return value.rstrip("/")


def location(name: str, *, apart_from: str) -> str:
    """A path of the server in front, like /files/; empty when unset. It may not be ``apart_from`` or lie under it."""
    value = text(name, "")
    if value and (not re.fullmatch(r"/(?:[\w.-]+/)+", value) or value.startswith(apart_from)):
        mend = f"Write a path with a slash at both ends, like /private-files/, that does not begin with {apart_from}."
        raise _wrong(name, value, mend)
    return value


def zone(name: str, default: str) -> str:
    """The name of an IANA time zone."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise _wrong(name, value, "Write an IANA zone, for example Europe/Brussels.") from None
    return value


def choice(name: str, default: str, allowed: Sequence[str]) -> str:
    """One of ``allowed``."""
    value = text(name, default)
    if value not in allowed:
        raise _wrong(name, value, f"Write one of: {', '.join(allowed)}.")
    return value


def database(name: str, default: str) -> dict[str, str]:
    """A database address: ``sqlite:///path`` or ``postgres://user:password@host:port/name``.

    Returns Django's connection dictionary without options.
    """
    value = text(name, default)
    parts = urlsplit(value)
    mend = "Write sqlite:///path/to/file or postgres://user:password@host:5432/name."
    if parts.scheme == "sqlite":
        path = value.removeprefix("sqlite:///")
        if not path or path == value:
            raise _wrong(name, value, mend)
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
    if parts.scheme in {"postgres", "postgresql"}:
        try:
            port = parts.port
        except ValueError:
            raise _wrong(name, value, mend) from None
        if not parts.path.strip("/"):
            raise _wrong(name, value, "The name of the database is missing. " + mend)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(port or ""),
        }
    raise _wrong(name, _masked(value), mend)


def _masked(value: str) -> str:
    """An address that may be shown: without its password."""
    password = urlsplit(value).password
    return value.replace(password, "…") if password else value


SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;PRAGMA foreign_keys=ON;"
)


def with_options(connection: dict[str, str], *, role: str) -> dict[str, Any]:
    """The connection with the options that its ``role`` ("writer" or "reader") needs.

    A SQLite writer begins IMMEDIATE, so that it never fails half way for want of the lock; a reader
    begins DEFERRED, so that it never waits for a writer.
    """
    reader = role == "reader"
    options: dict[str, Any]
    test: dict[str, Any] = {"MIRROR": "default"} if reader else {}
    if connection["ENGINE"].endswith("sqlite3"):
        options = {
            "init_command": SQLITE_PRAGMAS,
            "transaction_mode": "DEFERRED" if reader else "IMMEDIATE",
            "timeout": 20,
        }
    else:
        options = {"options": "-c timezone=UTC -c jit=off"}
        if reader:
            # What is asked a second time is prepared, and planned once: planning takes longer than most answers.
            options["prepare_threshold"] = 1
            options["options"] += " -c plan_cache_mode=force_generic_plan"
    return {**connection, "OPTIONS": options, "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True, "TEST": test}


def secret(name: str, keep_in: Path) -> str:
    """A secret from the environment, or else one made once and kept in a file only its owner can read."""
    value = text(name, "")
    if value:
        if len(value) < 32:
            raise _wrong(name, "…", "Write at least 32 random characters.")
        return value
    try:
        descriptor = os.open(keep_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return keep_in.read_text().strip()
    made = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w") as file:
        file.write(made)
    return made


def fingerprint(root: Path, *folders: str) -> str:
    """A short name for the code and templates under ``root``, the same on every machine that has the same ones."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".css", ".mo"}:
                digest.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def hosts(name: str, site_url: str) -> list[str]:
    """The host names that this site answers to: those named, the site's own and loopback."""
    own = urlsplit(site_url).hostname or "localhost"
    named = [host.strip() for host in text(name, "").split(",") if host.strip()]
    return sorted({own, "localhost", "127.0.0.1", "[::1]", *named})


class SingleLine(logging.Filter):
    """Keeps a log record on one line, whatever control characters a request brought along."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if not message.isprintable():
            record.msg = "".join(
                c if c.isprintable() else c.encode("unicode_escape").decode() for c in message
            )
            record.args = ()
        return True
