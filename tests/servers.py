"""The two database servers that tests run on, as places where databases are made, copied and dropped."""

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

PREFIX = "communique_test_"
FOLDER = Path(tempfile.gettempdir()) / f"communique-tests-{os.getuid()}"


class Server(Protocol):
    """Databases by name; every name begins with PREFIX."""

    key: str

    def names(self) -> list[str]: ...
    def url(self, name: str) -> str: ...
    def create(self, name: str) -> None: ...
    def copy(self, source: str, target: str) -> None: ...
    def rename(self, source: str, target: str) -> None: ...
    def drop(self, name: str) -> None: ...


class SqliteServer:
    """Files in one folder. A copy is the copy of a file, since nobody writes to a template."""

    key = "sqlite"

    def path(self, name: str) -> Path:
        return FOLDER / f"{name}.sqlite3"

    def names(self) -> list[str]:
        return [path.stem for path in FOLDER.glob(f"{PREFIX}*.sqlite3")]

    def url(self, name: str) -> str:
        return f"sqlite:///{self.path(name)}"

    def create(self, name: str) -> None:
        self.drop(name)

    def copy(self, source: str, target: str) -> None:
        self.drop(target)
        shutil.copyfile(self.path(source), self.path(target))

    def rename(self, source: str, target: str) -> None:
        # What the last connection left in the log belongs to the file before it moves.
        with sqlite3.connect(self.path(source)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        self.path(source).replace(self.path(target))

    def drop(self, name: str) -> None:
        for end in ("", "-wal", "-shm", "-journal"):
            self.path(name).with_name(self.path(name).name + end).unlink(missing_ok=True)


class PostgresServer:
    """Databases of one PostgreSQL server; ``url`` names any of them, for a role that may create more."""

    def __init__(self, url: str) -> None:
        self._url = url
        parts = urlsplit(url)
        self.key = f"postgres-{parts.hostname}-{parts.port or 5432}"

    def _do(self, statement: str, *names: str) -> None:
        query = sql.SQL(statement).format(*map(sql.Identifier, names))
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(query)

    def names(self) -> list[str]:
        with psycopg.connect(self._url, autocommit=True) as connection:
            query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
            return [row[0] for row in connection.execute(query, [PREFIX])]

    def url(self, name: str) -> str:
        return urlunsplit(urlsplit(self._url)._replace(path=f"/{name}"))

    def create(self, name: str) -> None:
        self.drop(name)
        self._do("CREATE DATABASE {}", name)

    def copy(self, source: str, target: str) -> None:
        self.drop(target)
        self._do("CREATE DATABASE {} TEMPLATE {} STRATEGY WAL_LOG", target, source)

    def rename(self, source: str, target: str) -> None:
        self.drop(target)
        self._do("ALTER DATABASE {} RENAME TO {}", source, target)

    def drop(self, name: str) -> None:
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def server_of(url: str) -> Server:
    """The server that a DATABASE_URL names; no address means SQLite."""
    return PostgresServer(url) if url.startswith("postgres") else SqliteServer()
