"""``python -m tests.fuzz [SEED]``: the large run, on SQLite and, where one answers, PostgreSQL."""

import os
import random
import sys

from tests.__main__ import POSTGRES_URL, postgres_problem, pytest


def main(arguments: list[str]) -> int:
    seed = arguments[0] if arguments else str(random.randrange(2**32))
    os.environ["FUZZ_SEED"] = seed
    os.environ.setdefault("FUZZ_REQUESTS", "10000")
    print(f"Seed {seed}: make fuzz SEED={seed} asks the same again.", flush=True)
    urls = {"SQLite": ""}
    problem = postgres_problem()
    if problem:
        print(f"PostgreSQL is left out: {problem}")
    else:
        urls["PostgreSQL"] = POSTGRES_URL
    statuses = []
    for name, url in urls.items():
        print(f"\n{name}", flush=True)
        statuses.append(pytest(url, "-q", "-p", "no:randomly", "tests/fuzz").wait())
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
