"""The latest items about several topics, people or places at once: as many walks along one index, in one statement."""

from collections.abc import Sequence

from cms.store.connection import rows
from search.condition import one_of
from search.cursor import Cursor
from search.ordering import order_by

ORDER = ("-date",)
# SQLite takes 500 parts of a compound statement.
MOST_WALKS = 200

Named = tuple[str, str]  # the key of a topic, a person or a place, and a language
Found = tuple[int, Cursor]  # the number of an item in the store, and the cursor behind it


def latest_about(
    facet: str, named: Sequence[Named], *, limit: int, types: Sequence[str] = (), after: Cursor | None = None
) -> tuple[dict[Named, list[Found]], set[str]]:
    """For each of ``named`` its items, newest first, at most ``limit``; and the store versions that is true of."""
    order = order_by(ORDER)
    columns = ", ".join(f"c.{column}" for column, _down in order.columns)
    found: dict[Named, list[Found]] = {one: [] for one in named}
    versions = set()
    for start in range(0, len(named), MOST_WALKS):
        walks, params = [], []
        for place, (key, locale) in enumerate(named[start : start + MOST_WALKS]):
            terms = ["c.facet = %s AND c.value = %s AND c.locale = %s"]
            params += [facet, key, locale]
            if types:
                of_types = one_of("c.type", types)
                terms.append(of_types.sql)
                params += of_types.params
            if after is not None:
                behind = after.condition(order)
                terms.append(behind.sql)
                params += behind.params
            walks.append(
                f"SELECT * FROM (SELECT {place} AS place, c.item_id, {columns} FROM public_facet c"
                f" WHERE {' AND '.join(terms)} ORDER BY {order.sql} LIMIT {int(limit)}) walk{place}"
            )
        sql = (
            f"SELECT v.version, w.* FROM public_version v LEFT JOIN ({' UNION ALL '.join(walks)}) w ON 1 = 1"
        )
        for version, place, item, *keys in rows(sql, params):
            versions.add(version)
            if place is not None:
                found[named[start + place]].append((item, Cursor.behind(ORDER, keys)))
    return found, versions


def numbers_about(
    facet: str, named: Sequence[Named], types: Sequence[str] = ()
) -> tuple[dict[Named, int], str]:
    """For each of ``named`` how many public items there are about it; and the store version that is true of."""
    wanted = one_of("f.value", sorted({key for key, _locale in named}))
    terms, params = ["f.facet = %s", wanted.sql], [facet, *wanted.params]
    if types:
        of_types = one_of("f.type", types)
        terms.append(of_types.sql)
        params += of_types.params
    counted = rows(
        "SELECT v.version, n.* FROM public_version v LEFT JOIN (SELECT f.value, f.locale, count(*) AS number"
        f" FROM public_facet f WHERE {' AND '.join(terms)} GROUP BY f.value, f.locale) n ON 1 = 1",
        params,
    )
    found = {(value, locale): int(number) for _version, value, locale, number in counted if value is not None}
    return {one: found.get(one, 0) for one in named}, counted[0][0]
