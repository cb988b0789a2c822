"""A PostgreSQL database with so many releases, seeded once for this source, and a copy of it for each run."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

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
        "cms/store/publication",
        "cms/store/models",
        "media_library/models",
        "home/setup",
    ),
)


def template(releases: int) -> str:
    """The name of the seeded database, made now if it is not there."""
    files = [path for path in _files("*.py", "*.yaml") if str(path.relative_to(ROOT)).startswith(_WRITERS)]
    name = f"{NAME}{releases}_{_digest(*_files('migrations/*.py'), *files)}"
    server = PostgresServer(URL)
    with psycopg.connect(URL, autocommit=True) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [NAME])
        known = {row[0] for row in rows}
    if name in known:
        return name
    for old in known:
        if old.startswith(f"{NAME}{releases}_"):
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


def copy(source: str) -> str:
    """The name of a fresh copy with this source's views and triggers."""
    name = f"{NAME}run"
    PostgresServer(URL).copy(source, name)
    run(name, "-m", "tests.bench.refresh")
    return name


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
