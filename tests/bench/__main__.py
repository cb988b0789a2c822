"""Measures the reader's road against the floor: ``python -m tests.bench [--only NAME] [--rounds N] [--seconds S]``.

BENCH_N: releases in each language (10,000). BENCH_SCALE=1: from 1,000 to 50,000 as well.
"""

import argparse
import os
import sys

from tests.bench import database, sample, table
from tests.bench.cases import AGAIN, FIRST, STOCK_CASES
from tests.bench.measuring import measure
from tests.bench.server import running


def told(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", action="append", default=[], help="cases whose name has this in it")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=1.0, help="length of a slice")
    options = parser.parse_args()
    releases = int(os.environ.get("BENCH_N") or 10_000)
    cases = [
        case
        for case in (*FIRST, *AGAIN, *STOCK_CASES)
        if not options.only or any(part in f"{case.group} {case.name}" for part in options.only)
    ]
    name = database.copy(database.template(releases))
    try:
        with running(name) as server:
            told(f"workers: {server.workers()}")
            results = measure(
                server,
                sample.read(name),
                cases,
                rounds=options.rounds,
                seconds=options.seconds,
                told=told,
            )
    finally:
        database.drop(name)
    text = table.lines(results, releases)
    print("\n".join(text))
    if not options.only and table.PAGE.exists():
        table.write(text)
    missed = [
        m.case.name for m in results if m.shares and m.case.least is not None and m.share < m.case.least
    ]
    if missed:
        told(f"Missed: {', '.join(missed)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
