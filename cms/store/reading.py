"""Reads public content items through the readers' views: rows and all that stands in their places in one statement."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from django.conf import settings
from django.db import connections

READER = "reader"
PLACES = re.compile(r'\{"\$ref":(\d+)\}|\{"\$refs":\[([\d,]*)\]\}|\\u0001h(\d+)\\u0001|(\\u0001b\\u0001)')
DEEPEST = 2  # a card within a card; deeper places are empty

# Per database: JSON of one reference, and of all of a row. Text stays text: a card is parsed only where it is used.
_REFERENCE = (
    "{array}(r.item_id, r.slot, r.role, r.target_id, r.target_type, r.target_locale, r.target_public_id,"
    " r.target_path, r.target_file, r.target_title, r.target_card)"
)
_JSON = {"postgresql": ("json_build_array", "json_agg"), "sqlite": ("json_array", "json_group_array")}

References = dict[tuple[int, int], list["Target"]]


@dataclass(frozen=True, slots=True)
class Target:
    """What stands in a place: a public object in the language that was found."""

    role: str
    item_id: int
    type: str
    locale: str
    public_id: int
    path: str
    file: str
    title: str
    card: str


@dataclass(frozen=True)
class StoredItem:
    """A public content item with its places filled. ``text`` is the JSON of the payload, or of the card."""

    item_id: int
    object_key: str
    type: str
    locale: str
    public_id: int
    path: str
    slug: str
    title: str
    date: datetime | None
    visible_from: datetime
    digest: str
    text: str
    total: int | None = None

    @cached_property
    def data(self) -> dict[str, Any]:
        """The parsed text."""
        parsed: dict[str, Any] = json.loads(self.text)
        return parsed


def fetch(
    where: str,
    params: Sequence[Any] = (),
    *,
    order: str = "",
    limit: int | None = None,
    offset: int = 0,
    columns: Literal["payload", "card"] = "payload",
    base: str | None = None,
    count: bool = False,
) -> list[StoredItem]:
    """The items of ``public_content c`` for which ``where`` holds, in one SQL statement.

    ``where`` and ``order`` are SQL over ``c`` with %s for ``params``; they never hold user text. ``base``
    is put before addresses (default: SITE_URL; "" makes them relative). With ``count`` each item carries ``total``,
    the number of rows without limit and offset.
    """
    connection = connections[READER]
    array, aggregate = _JSON[connection.vendor]
    reference = _REFERENCE.format(array=array)
    own = "TRUE" if columns == "payload" else "r.in_card"
    order_by = f"ORDER BY {order}" if order else ""
    window = "" if limit is None else f"LIMIT {int(limit)} OFFSET {int(offset)}"
    total = ", count(*) OVER () AS total" if count else ", NULL AS total"
    sql = f"""
        WITH chosen AS (
            SELECT c.id, c.object_key, c.type, c.locale, c.public_id, c.path, c.slug, c.title, c.date, c.visible_from,
                c.digest, c.{columns} AS body, row_number() OVER ({order_by}) AS place {total}
            FROM public_content c WHERE {where} {order_by} {window})
        SELECT c.*, (SELECT {aggregate}(one) FROM (
            SELECT {reference} AS one
            FROM public_reference r WHERE r.item_id = c.id AND {own}
            UNION ALL
            SELECT {reference} AS one
            FROM public_reference u JOIN public_reference r ON r.item_id = u.target_id AND r.in_card
            WHERE u.item_id = c.id AND u.role = 'card' AND {own.replace("r.", "u.")}
        ) all_references) AS filled
        FROM chosen c ORDER BY c.place
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, list(params))
        rows = cursor.fetchall()
    address = settings.SITE_URL if base is None else base
    return [_item(row, address) for row in rows]


def _item(row: Sequence[Any], base: str) -> StoredItem:
    references: References = {}
    parts = json.loads(row[14]) if isinstance(row[14], str) else row[14]
    for part in parts or []:
        one = json.loads(part) if isinstance(part, str) else part
        references.setdefault((one[0], one[1]), []).append(Target(*one[2:]))
    return StoredItem(
        item_id=row[0],
        object_key=row[1],
        type=row[2],
        locale=row[3],
        public_id=row[4],
        path=row[5],
        slug=row[6],
        title=row[7],
        date=_moment(row[8]),
        visible_from=_moment(row[9]) or datetime.min,
        digest=row[10],
        text=fill(row[11], row[0], references, base),
        total=row[13],
    )


def _moment(value: Any) -> datetime | None:
    if isinstance(value, str):
        return datetime.fromisoformat(value + "+00:00")
    moment: datetime | None = value
    return moment


def fill(text: str, owner: int, references: References, base: str, depth: int = 0) -> str:
    """``text`` with its places filled by what is public; what is not is null, absent from its list, or no link."""

    def place(match: re.Match[str]) -> str:
        one, many, link, site = match.groups()
        if one:
            cards = _cards(references.get((owner, int(one)), ()), references, base, depth)
            return cards[0] if cards else "null"
        if many is not None:
            slots = [int(number) for number in many.split(",") if number]
            found = [_cards(references.get((owner, slot), ()), references, base, depth) for slot in slots]
            return "[" + ",".join(card for cards in found for card in cards) + "]"
        if site:
            return _escaped(base)
        return _escaped(_link(references.get((owner, int(link)), ()), base))

    return PLACES.sub(place, text)


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _link(targets: Sequence[Target], base: str) -> str:
    for target in targets:
        address = target.file or target.path
        if address:
            return f' href="{base}{address}" hreflang="{target.locale}"'
    return ""


def _cards(targets: Sequence[Target], references: References, base: str, depth: int) -> list[str]:
    if depth >= DEEPEST:
        return []
    return [
        _translation(target, base)
        if target.role == "translation"
        else fill(target.card, target.item_id, references, base, depth + 1)
        for target in targets
    ]


def _translation(target: Target, base: str) -> str:
    card = json.loads(target.card)
    return json.dumps(
        {
            "id": target.public_id,
            "locale": target.locale,
            "title": target.title,
            "detail_url": card["meta"]["detail_url"].replace("\x01b\x01", base),
            "html_url": base + target.path if target.path else None,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def version() -> str:
    """The store version: (last change number, latest listed instant that has passed), as an opaque text."""
    with connections[READER].cursor() as cursor:
        cursor.execute("SELECT number, instant FROM public_version")
        number, instant = cursor.fetchone()
    return version_text(number, instant)


def version_text(number: int, instant: Any) -> str:
    """The opaque text of a row of ``public_version``, for statements that read it beside other things."""
    moment = _moment(instant)
    return f"{number}.{int(moment.timestamp() * 1000) if moment else 0}"
