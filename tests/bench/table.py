"""The table of ``docs/performance.md``, between its marks, and on the screen."""

import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median

import psycopg

from tests.bench import database
from tests.bench.measuring import Measured
from tests.template_databases import ROOT

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def machine() -> str:
    """Cores, processor, versions and day: what figures are worth nothing without."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    cores = sum(line.startswith("processor") for line in Path("/proc/cpuinfo").read_text().splitlines())
    with psycopg.connect(database.URL) as connection:
        row = connection.execute("SHOW server_version").fetchone()
    version = str(row[0]).split()[0] if row else "?"
    return (
        f"{cores} cores ({model}), Python {platform.python_version()}, PostgreSQL {version},"
        f" {date.today().isoformat()}"
    )


def lines(results: Sequence[Measured], releases: int) -> list[str]:
    """The rows of the cases in Markdown."""
    stock = {measured.case.name: measured for measured in results if measured.case.group == "stock"}
    found = [
        f"{releases:,} releases in each language. {machine()}.",
        "",
        "| | case | share of the floor | least | | by processor time | times stock | a second | median ms"
        " | web ms | database ms | kB |",
        "|---|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for measured in results:
        found.append(_row(measured, stock))
    return found


def _row(measured: Measured, stock: dict[str, Measured]) -> str:
    case = measured.case
    least = f"{case.least:.2f}" if case.least is not None else ""
    if not measured.shares:
        return f"| {case.group} | {case.name} | not measured | {least} | | | | | | | | |"
    mark = "" if case.least is None else "yes" if measured.share >= case.least else "**no**"
    other = stock.get(case.stock)
    times = f"{measured.rate / other.rate:.0f}" if other and other.shares else ""
    return (
        f"| {case.group} | {case.name} | {measured.share:.3f} | {least} | {mark} | {measured.cpu_share:.3f}"
        f" | {times} | {measured.rate:,.0f} | {measured.latency * 1000:.2f}"
        f" | {median(measured.web) * 1000:.2f} | {median(measured.database) * 1000:.2f} | {measured.bytes_each / 1000:.1f} |"
    )


def write(text: Sequence[str]) -> None:
    """Put ``text`` between the marks of the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, _begin, rest = page.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    middle = "\n".join([BEGIN, "", *text, "", END])
    PAGE.write_text(before + middle + after, encoding="utf-8")
