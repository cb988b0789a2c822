"""Runs the tests on everything that this machine has: ``python -m tests [pytest's arguments]``.

SQLite always, the browser tests with it where a Chromium is found, then PostgreSQL where one answers at
TEST_POSTGRES_URL. What was left out is named at the end; under CI leaving anything out is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from typing import IO

import psycopg

from tests.chromium import chromium
from tests.node import node

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL") or "postgres://postgres@127.0.0.1:5432/postgres"


def postgres_problem() -> str:
    """Why PostgreSQL cannot be tested on; empty when it can."""
    try:
        with psycopg.connect(POSTGRES_URL, connect_timeout=3, autocommit=True) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            return "" if row and row[0] else "its role may not create databases"
    except psycopg.Error as error:
        return str(error).strip().splitlines()[0]


def pytest(url: str, *arguments: str, output: IO[str] | None = None) -> subprocess.Popen[str]:
    """A run on the database at ``url``, begun; its words go to ``output`` or to the screen."""
    environment = os.environ | {"DATABASE_URL": url}
    environment.pop("READER_URL", None)
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.Popen(command, env=environment, stdout=output, stderr=output, text=True)


def status_of(run: subprocess.Popen[str], arguments: list[str]) -> int:
    """The exit status of a run; that the given arguments match no test on one database is no failure."""
    status = run.wait()
    return 0 if status == 5 and arguments else status


def main(arguments: list[str]) -> int:
    skipped = []
    problem = postgres_problem()
    if problem:
        skipped.append(f"PostgreSQL: {problem} (TEST_POSTGRES_URL names another)")
    if chromium() is None:
        skipped.append("the browser tests: no Chromium was found (CHROMIUM names one)")
    if node() is None:
        skipped.append("the clients of others: no Node with npm was found")
    if skipped and os.environ.get("CI"):
        print("Under CI nothing may be skipped, and this would be:", *skipped, sep="\n  ", file=sys.stderr)
        return 1
    only = ["-m", "not browser"]
    browser = [] if chromium() else only
    with tempfile.TemporaryFile("w+") as output:
        # Side by side: most machines have a second core. What PostgreSQL's run says comes after the other's.
        beside = None if problem else pytest(POSTGRES_URL, *only, *arguments, output=output)
        print("SQLite" + ("" if chromium() is None else ", and the browser"), flush=True)
        try:
            statuses = [status_of(pytest("", *browser, *arguments), arguments)]
            if beside is not None:
                print("\nPostgreSQL", flush=True)
                statuses.append(status_of(beside, arguments))
                output.seek(0)
                shutil.copyfileobj(output, sys.stdout)
        except KeyboardInterrupt:
            if beside is not None:
                beside.wait()
            return 130
    if skipped:
        print("\nSkipped:", *skipped, sep="\n  ")
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
