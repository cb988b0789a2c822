"""The table of ``docs/performance.md``, between its marks, and on the screen."""

import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median

import psycopg

from tests.bench import database
from tests.bench.measuring import Levelled, Measured
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


def publishing(found: dict[str, list[list[float]]]) -> list[str]:
    """What publishing costs, beside stock."""
    wall, own = (
        median(one[part] for one in found["product"]) / median(one[part] for one in found["stock"])
        for part in (0, 1)
    )
    return [
        "",
        f"Publishing a release that 14 others show, until readers have it: {wall:.2f} times as long as stock Wagtail takes"
        f" to publish it (at most 2: {'yes' if wall <= 2 else '**no**'}), {own:.2f} times by processor time, in"
        f" {median(one[0] for one in found['product']) * 1000:.0f} ms. Stock is the same page in the same database"
        " without the store's triggers and receivers.",
    ]


def memory(grown: int | None, bound: int) -> list[str]:
    """What the map of kept answers adds to a process when it is full."""
    if grown is None:
        return ["", "Memory of the full map of answers: not measured, there is no search yet."]
    return [
        "",
        f"Asked for three times as many answers as it may keep, a process has grown by {grown / 1e6:.0f} MB; its map is"
        f" bounded to {bound / 1e6:.0f} MB: {'yes' if grown <= bound * 1.1 else '**no**'}.",
    ]


def levels(results: Sequence[Levelled], small: int, large: int) -> list[str]:
    """What grows with the archive."""
    found = [
        "",
        f"From {small:,} to {large:,} releases in each language, both servers asked in turns:",
        "",
        "| | case | share of the throughput that is left | least | | by processor time |",
        "|---|---|--:|--:|---|--:|",
    ]
    for one in results:
        case, least = one.case, "0.90" if one.case.level else ""
        if not one.shares:
            found.append(f"| {case.group} | {case.name} | not measured | {least} | | |")
            continue
        share = median(one.shares)
        mark = ("yes" if share >= 0.9 else "**no**") if case.level else ""
        found.append(
            f"| {case.group} | {case.name} | {share:.2f} | {least} | {mark} | {median(one.cpu_shares):.2f} |"
        )
    return found


def write(text: Sequence[str]) -> None:
    """Put ``text`` between the marks of the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, _begin, rest = page.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    middle = "\n".join([BEGIN, "", *text, "", END])
    PAGE.write_text(before + middle + after, encoding="utf-8")
