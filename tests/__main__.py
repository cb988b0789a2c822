"""Runs the tests on everything that this machine has: ``python -m tests [pytest's arguments]``.

SQLite always, the browser tests with it where a Chromium is found, then PostgreSQL where one answers at
TEST_POSTGRES_URL. What was left out is named at the end; under CI leaving anything out is a failure.
"""

import os
import subprocess
import sys

import psycopg

from tests.chromium import chromium

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


def pytest(url: str, *arguments: str) -> int:
    environment = os.environ | {"DATABASE_URL": url}
    environment.pop("READER_URL", None)
    command = [sys.executable, "-m", "pytest", *arguments]
    status = subprocess.run(command, env=environment, check=False).returncode
    return 0 if status == 5 and len(arguments) > 2 else status  # no tests match the arguments given


def main(arguments: list[str]) -> int:
    skipped = []
    problem = postgres_problem()
    if problem:
        skipped.append(f"PostgreSQL: {problem} (TEST_POSTGRES_URL names another)")
    if chromium() is None:
        skipped.append("the browser tests: no Chromium was found (CHROMIUM names one)")
    if skipped and os.environ.get("CI"):
        print("Under CI nothing may be skipped, and this would be:", *skipped, sep="\n  ", file=sys.stderr)
        return 1
    print("SQLite" + ("" if chromium() is None else ", and the browser"), flush=True)
    only = ["-m", "not browser"]
    statuses = [pytest("", *([] if chromium() else only), *arguments)]
    if not problem:
        print("\nPostgreSQL", flush=True)
        statuses.append(pytest(POSTGRES_URL, *only, *arguments))
    if skipped:
        print("\nSkipped:", *skipped, sep="\n  ")
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
