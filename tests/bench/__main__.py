"""Measures the reader's road against the floor: ``python -m tests.bench [--only NAME] [--rounds N] [--seconds S]``.

BENCH_N: releases in each language (10,000). BENCH_SCALE=1: from 1,000 to 50,000 as well. BENCH_KEEP=1: take the seeded
database of an earlier source, migrated. With --only, or on fewer releases, nothing is written.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench import database, sample, table
from tests.bench.cases import AGAIN, FIRST, STOCK_CASES
from tests.bench.graphql import GRAPHQL
from tests.bench.measuring import fill_map, level, measure
from tests.bench.sample import Sample
from tests.bench.server import Server, running

SMALL, LARGE = 1_000, 50_000
WRITTEN = 10_000  # a run on fewer releases is for trying: it writes nothing
CASES = (
    *FIRST,
    *(case for case in GRAPHQL if case.group == "first"),
    *AGAIN,
    *(case for case in GRAPHQL if case.group == "again"),
    *STOCK_CASES,
)


def told(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextmanager
def copied(releases: int) -> Iterator[str]:
    """A fresh copy of the seeded database."""
    name = database.copy(database.template(releases))
    try:
        yield name
    finally:
        database.drop(name)


@contextmanager
def served(releases: int) -> Iterator[tuple[Server, Sample]]:
    """A server on a fresh copy."""
    with copied(releases) as name, running(name) as server:
        told(f"{releases:,} releases, workers: {server.workers()}")
        yield server, sample.read(name)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", action="append", default=[], help="cases whose name has this in it")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=1.0, help="length of a slice")
    options = parser.parse_args()
    releases = int(os.environ.get("BENCH_N") or WRITTEN)
    length = {"rounds": options.rounds, "seconds": options.seconds}
    only = [case for case in CASES if any(part in f"{case.group} {case.name}" for part in options.only)]
    text: list[str] = []
    if not os.environ.get("BENCH_SCALE") or not options.only:
        with served(releases) as (server, read):
            results = measure(server, read, only or CASES, told=told, **length)
        text = table.lines(results, releases)
    if not options.only:
        text += others(releases)
    if os.environ.get("BENCH_SCALE"):
        told("From small to large …")
        with served(SMALL) as small, served(LARGE) as large:
            scaled = only or [case for case in CASES if case.group == "first"]
            text += table.levels(level(small, large, scaled, **length), SMALL, LARGE)
    print("\n".join(text))
    if not options.only and releases >= WRITTEN:
        table.write(text)
    return 0


def others(releases: int) -> list[str]:
    """What is not a case: memory and publishing."""
    asked = (
        "import django; django.setup(); from django.conf import settings; print(settings.ANSWER_MAP_BYTES)"
    )
    bound = int(database.run("postgres", "-c", asked))
    told("Memory of the map of answers …")
    with served(releases) as (server, read):
        grown = fill_map(server, read, bound)
    told("Publishing …")
    with copied(releases) as name:
        published = json.loads(database.run(name, "-m", "tests.bench.publishing"))
    return [*table.publishing(published), *table.memory(grown, bound)]


if __name__ == "__main__":
    sys.exit(main())
