"""A PostgreSQL database with so many releases, seeded once for this source, and a copy of it for each run."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from tests.processes import is_alive
from tests.servers import FOLDER, PostgresServer
from tests.template_databases import ROOT, _digest, _files

URL = os.environ.get("TEST_POSTGRES_URL") or "postgres://postgres@127.0.0.1:5432/postgres"
# Not one of the names that tests look after: those are dropped when no test has used them for an hour.
NAME = "communique_bench_"
# What is written depends on these alone. How it is read may change without seeding anew.
_WRITERS = (
    *(
        "news/volume",
        "news/models",
        "news/blocks",
        "cms/contract",
        "cms/pages/blocks",
        "cms/vocabulary/models",
    ),
    *(
        "cms/store/rendering",
        "cms/store/analysis",
        "cms/store/beside",
        "cms/store/publication",
        "cms/store/models",
        "media_library/models",
        "home/setup",
    ),
)


def template(releases: int) -> str:
    """The name of the seeded database, made now if it is not there."""
    _drop_abandoned()
    files = [path for path in _files("*.py", "*.yaml") if str(path.relative_to(ROOT)).startswith(_WRITERS)]
    name = f"{NAME}{releases}_{_digest(*_files('migrations/*.py'), *files)}"
    server = PostgresServer(URL)
    known = _known(NAME)
    if name in known:
        return name
    for old in sorted(known):
        if not old.startswith(f"{NAME}{releases}_"):
            continue
        if os.environ.get("BENCH_KEEP"):
            return _brought_up(server, old, name)
        server.drop(old)
    half_made = f"{NAME}making_{releases}"
    server.create(half_made)
    print(f"Seeding {releases:,} releases in both languages …", file=sys.stderr, flush=True)
    for command in (
        ["migrate", "-v0"],
        ["setup_site"],
        ["seed_volume", str(releases)],
        ["worker", "--burst"],
    ):
        run(half_made, "manage.py", *command)
    with psycopg.connect(server.url(half_made), autocommit=True) as connection:
        connection.execute("VACUUM (FREEZE, ANALYZE)")
    server.rename(half_made, name)
    return name


def _brought_up(server: PostgresServer, old: str, name: str) -> str:
    """The database that another source has seeded, migrated to this one, its store made anew out of its pages."""
    print(f"Making the store of {old} anew …", file=sys.stderr, flush=True)
    with psycopg.connect(server.url(old), autocommit=True) as connection:
        query = "SELECT tablename FROM pg_tables WHERE tablename LIKE 'store\\_%'"
        for (table,) in connection.execute(query).fetchall():
            connection.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier(table)))
        connection.execute("DELETE FROM django_migrations WHERE app = 'store'")
        run(old, "manage.py", "migrate", "-v0")
        run(old, "manage.py", "rebuild_content")
        connection.execute("DELETE FROM store_mark")
        connection.execute("VACUUM (FREEZE, ANALYZE)")
    server.rename(old, name)
    return name


def copy(source: str) -> str:
    """The name of a fresh copy with this source's views and triggers."""
    name = f"{NAME}run_{source.removeprefix(NAME).partition('_')[0]}_{os.getpid()}"
    PostgresServer(URL).copy(source, name)
    run(name, "-m", "tests.bench.refresh")
    return name


def _known(begins: str) -> set[str]:
    with psycopg.connect(URL, autocommit=True) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [begins])
        return {row[0] for row in rows}


def _drop_abandoned() -> None:
    """Drop the copies of runs that were killed: the name of a copy ends with its process's number."""
    for name in _known(f"{NAME}run_"):
        if not is_alive(int(name.rsplit("_", 1)[-1])):
            drop(name)


def drop(name: str) -> None:
    """Drop a copy."""
    PostgresServer(URL).drop(name)


def environment(name: str) -> dict[str, str]:
    """The environment of a process that works on the database ``name``."""
    settings = "tests.bench.settings"
    return os.environ | {
        "DATABASE_URL": PostgresServer(URL).url(name),
        "DJANGO_SETTINGS_MODULE": settings,
        "VAR_DIR": str(FOLDER / "bench"),
        "LOG_LEVEL": "ERROR",
        "READER_URL": "",
        "SITE_URL": "",
    }


def run(name: str, *arguments: str) -> str:
    """What a Python process on the database ``name`` printed. Raises CalledProcessError."""
    command = [sys.executable, *arguments]
    Path(FOLDER / "bench").mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        command, cwd=ROOT, env=environment(name), stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout
