"""How many items of a list have which value: the counts beside a list, all true of one version of the store."""

from collections.abc import Sequence
from dataclasses import dataclass

from cms.store.connection import rows
from search.answers import answers
from search.condition import NAMED, one_of
from search.criteria import Criteria
from search.queries import MOST_VALUES

# Facets that are columns of every item.
COLUMNS = ("type", "locale")


@dataclass(frozen=True, slots=True)
class Named:
    """The public item that a value names, in the language wanted or else another."""

    public_id: int
    title: str
    locale: str


@dataclass(frozen=True, slots=True)
class Count:
    """A value and the number of items that have it. ``named``: what it is the key of, if it is one."""

    value: str
    count: int
    named: Named | None = None


Counts = dict[str, list[Count]]


def counted(criteria: Criteria, names: Sequence[str], locale: str, version: str) -> tuple[Counts, str]:
    """For each of ``names`` the values, the most frequent first, at most MOST_VALUES; and the store version.

    Those kept for ``version`` are taken, or else they are read, perhaps of a later one.

    Values that name things come with their title in ``locale``, or else in the other language; what is not public is
    no value. Kept for the version.
    """
    condition = criteria.condition()
    key = ("facets", *names, locale, condition.key)
    kept = answers.get(key, version)
    if kept is None:
        kept, version = _read(condition.where.sql, list(condition.where.params), names)
        answers.keep(key, version, kept)
    return _shaped(kept, names, locale), version


Row = tuple[str, str, int, str | None, int | None, str | None]


def _read(where: str, params: list[object], names: Sequence[str]) -> tuple[list[Row], str]:
    """Rows of (facet, value, count, language, id, title of what it names), most frequent first, and the version."""
    facets = one_of("f.facet", [name for name in names if name not in COLUMNS] or [""])
    columns = "".join(
        f" UNION ALL SELECT '{name}', l.{name}, count(*) FROM listed l GROUP BY l.{name}"
        for name in COLUMNS
        if name in names
    )
    keys = " ".join(f"WHEN '{name}' THEN '{prefix}'" for name, (_of, prefix) in NAMED.items())
    sql = f"""
        WITH listed AS (SELECT c.id, c.type, c.locale FROM public_content c WHERE {where}),
        counts AS (
            SELECT f.facet, f.value, count(*) AS number FROM public_facet f JOIN listed l ON l.id = f.item_id
            WHERE {facets.sql} GROUP BY f.facet, f.value {columns}),
        ranked AS (
            SELECT n.*, row_number() OVER (PARTITION BY n.facet ORDER BY n.number DESC, n.value) AS place FROM counts n)
        SELECT v.version, r.facet, r.value, r.number, t.locale, t.public_id, t.title FROM public_version v
        LEFT JOIN ranked r ON r.place <= {MOST_VALUES}
        LEFT JOIN public_content t ON t.object_key = CASE r.facet {keys} END || r.value
        ORDER BY r.facet, r.place, t.locale
    """
    found = rows(sql, [*params, *facets.params])
    return [(row[1], row[2], int(row[3]), *row[4:]) for row in found if row[1]], found[0][0]


def _shaped(found: list[Row], names: Sequence[str], locale: str) -> Counts:
    shaped: dict[str, dict[str, Count]] = {name: {} for name in names}
    for facet, value, count, language, public_id, title in found:
        named = None
        if public_id is not None and language is not None:
            named = Named(public_id, title or "", language)
        if facet in NAMED and named is None:
            continue
        if value not in shaped[facet] or language == locale:
            shaped[facet][value] = Count(value, count, named)
    return {name: list(values.values()) for name, values in shaped.items()}
