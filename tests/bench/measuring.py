"""Alternates cases and floor within one run: a slice of the floor, a slice of a case, and so on, several rounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from statistics import median
from typing import Any
from urllib.parse import urlencode

from tests.bench.cases import API, COMMON, FIRST, FLOOR, RELEASE, Case, Missing, day, request, searched
from tests.bench.sample import Sample
from tests.bench.server import WORKERS, Server


@dataclass(slots=True)
class Measured:
    """What was found of a case: per round the shares of the floor, by throughput and by processor time."""

    case: Case
    skipped: str = ""
    shares: list[float] = field(default_factory=list)
    cpu_shares: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    web: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    bytes_each: int = 0

    @property
    def share(self) -> float:
        """The median share of the floor's throughput."""
        return median(self.shares)

    @property
    def cpu_share(self) -> float:
        """The floor's processor time for a request by this case's, median."""
        return median(self.cpu_shares)

    @property
    def rate(self) -> float:
        """Requests in a second, median."""
        return median(self.rates)

    @property
    def latency(self) -> float:
        """Median seconds from connecting to the last byte."""
        return median(self.latencies)


@dataclass(slots=True)
class Levelled:
    """A case at two sizes: per round, throughput at the larger one as a share of that at the smaller one."""

    case: Case
    skipped: str = ""
    shares: list[float] = field(default_factory=list)
    cpu_shares: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Asked:
    """A case in the making of its requests."""

    measured: Measured
    make: Callable[[int], bytes]
    numbers: "count[int]" = field(default_factory=count)
    rate: float = 200.0

    def slice(self, server: Server, seconds: float) -> dict[str, Any]:
        """So many seconds of the case."""
        enough = int(self.rate * seconds * 2) + 20
        requests = [self.make(n) for n, _one in zip(self.numbers, range(enough), strict=False)]
        result = server.ask(requests, self.measured.case.status, seconds)
        # Requests that were made and not sent are free to be asked later.
        self.numbers = count(next(self.numbers) - (enough - result["done"]) - 1)
        self.rate = result["done"] / result["seconds"]
        if result["wrong"]:
            raise RuntimeError(f"{self.measured.case.name}: an unexpected answer: {result['example']}")
        return result


def measure(
    server: Server,
    sample: Sample,
    cases: Sequence[Case],
    *,
    rounds: int,
    seconds: float,
    told: Callable[[str], None],
) -> list[Measured]:
    """Measure ``cases``; those that the product has not are told as skipped."""
    floor = Asked(Measured(FLOOR), FLOOR.requests(server, sample))
    floor.slice(server, 1.0)
    results, asked = [], []
    for case in cases:
        measured = Measured(case)
        results.append(measured)
        try:
            one = Asked(measured, case.requests(server, sample))
            _probe(server, one)
            one.slice(server, 0.3)
            asked.append(one)
        except Missing as missing:
            measured.skipped = str(missing)
            told(f"skipped: {case.group} {case.name}: {missing}")
    for number in range(rounds):
        before = floor.slice(server, seconds / 2)
        for one in asked:
            if one.measured.case.group == "again":
                one.slice(server, 0.05)
            result = one.slice(server, seconds)
            after = floor.slice(server, seconds / 2)
            _note(one.measured, result, before, after)
            before = after
            _note(floor.measured, after, after, after)
        told(f"round {number + 1} of {rounds}: the floor answers {floor.rate:,.0f} a second")
    return [floor.measured, *results]


def level(
    small: tuple[Server, Sample],
    large: tuple[Server, Sample],
    cases: Sequence[Case],
    *,
    rounds: int,
    seconds: float,
) -> list[Levelled]:
    """Ask the same of two servers in turns: a small database and a large one."""
    results, asked = [], []
    for case in cases:
        levelled = Levelled(case)
        results.append(levelled)
        try:
            pair = [Asked(Measured(case), case.requests(*one)) for one in (small, large)]
            for one, (server, _sample) in zip(pair, (small, large), strict=True):
                _probe(server, one)
                one.slice(server, 0.3)
            asked.append((levelled, *pair))
        except Missing as missing:
            levelled.skipped = str(missing)
    for _round in range(rounds):
        for levelled, less, more in asked:
            before = less.slice(small[0], seconds / 2)
            result = more.slice(large[0], seconds)
            after = less.slice(small[0], seconds / 2)
            compared = Measured(levelled.case)
            _note(compared, result, before, after)
            levelled.shares += compared.shares
            levelled.cpu_shares += compared.cpu_shares
    return results


def fill_map(server: Server, sample: Sample, bound: int) -> int | None:
    """Bytes that a worker has grown by while three times its bound of kept answers was asked for; None: no search."""
    search = f"{API}?{{}}"

    def requests(first: int, number: int) -> list[bytes]:
        found = []
        for n in range(first, first + number):
            asked = searched(sample, n) | {
                "type": RELEASE,
                "limit": 100,
                "search": COMMON["en"][n % 4],
                "locale": "en",
            }
            found.append(request(search.format(urlencode(asked | {"date_from": day(n)}))))
        return found

    if server.get(f"{API}?type={RELEASE}&search=harbour")[0] != 200:
        return None
    detail = FIRST[0].requests(server, sample)
    server.ask([detail(n) for n in range(600)], 200, 60)
    before, received, asked = server.memory(), 0, 0
    while received < 3 * bound * WORKERS and asked < 40_000:
        result = server.ask(requests(asked, 200), 200, 600)
        received, asked = received + result["bytes"], asked + result["done"]
    return server.memory() - before


def _probe(server: Server, asked: Asked) -> None:
    """One request alone: what the product has not yet is no load to measure. Raises Missing."""
    result = server.ask([asked.make(next(asked.numbers))], asked.measured.case.status, 1)
    if result["wrong"]:
        lines = str(result["example"]).splitlines() or ["no answer"]
        raise Missing(f"{lines[0]} {lines[-1][:200]}")


def _note(measured: Measured, result: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> None:
    floor_rate = (before["done"] + after["done"]) / (before["seconds"] + after["seconds"])
    floor_cpu = sum(one[part] for one in (before, after) for part in ("web", "database"))
    floor_cpu /= before["done"] + after["done"]
    rate = result["done"] / result["seconds"]
    measured.rates.append(rate)
    measured.shares.append(rate / floor_rate)
    measured.cpu_shares.append(floor_cpu / ((result["web"] + result["database"]) / result["done"]))
    measured.web.append(result["web"] / result["done"])
    measured.database.append(result["database"] / result["done"])
    measured.latencies.append(result["median"])
    measured.bytes_each = result["bytes"] // result["done"]
