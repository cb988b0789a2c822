"""Fills the places in a stored text with what is public: cards, links and the site's own address."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from cms.contract.encoding import BASE, dumps

PLACES = re.compile(r'\{"\$ref":(\d+)\}|\{"\$refs":\[([\d,]*)\]\}|\\u0001h(\d+)\\u0001')
SITE = r"\u0001b\u0001"  # as it stands in JSON
DEEPEST = 2  # a card within a card; deeper places are empty

# What a translation says of itself where one stands.
TRANSLATION = ("id", "locale", "title", "detail_url", "html_url")

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


def fill(text: str, owner: int, references: References, base: str) -> str:
    """``text`` with its places filled by what is public; what is not is null, absent from its list, or no link."""
    return fill_but_site(text, owner, references).replace(SITE, escaped(base))


def fill_but_site(text: str, owner: int, references: References) -> str:
    """As ``fill``, with the mark of the site's address left as it is."""
    return _filled(text, owner, references, 0)


def _filled(text: str, owner: int, references: References, depth: int) -> str:
    """``text`` with all places filled but the site's address."""
    parts = PLACES.split(text)
    # Text, then the three groups of a place of which one is set, then text …
    for index in range(1, len(parts), 4):
        one, many, link = parts[index : index + 3]
        if one:
            cards = _cards(references.get((owner, int(one)), ()), references, depth)
            parts[index] = cards[0] if cards else "null"
        elif link:
            parts[index] = escaped(_link(references.get((owner, int(link)), ())))
        else:
            slots = [int(number) for number in many.split(",") if number]
            found = [_cards(references.get((owner, slot), ()), references, depth) for slot in slots]
            parts[index] = "[" + ",".join(card for cards in found for card in cards) + "]"
        parts[index + 1] = parts[index + 2] = ""
    return "".join(parts)


@lru_cache(maxsize=1024)
def escaped(text: str) -> str:
    """``text`` as it stands within a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _link(targets: Sequence[Target]) -> str:
    for target in targets:
        address = target.file or target.path
        if address:
            return f' href="{BASE}{address}" hreflang="{target.locale}"'
    return ""


def _cards(targets: Sequence[Target], references: References, depth: int) -> list[str]:
    if depth >= DEEPEST:
        return []
    return [
        _translation(target)
        if target.role == "translation"
        else _filled(target.card, target.item_id, references, depth + 1)
        for target in targets
    ]


def _translation(target: Target) -> str:
    card = msgspec.json.decode(target.card, type=_Card)
    return dumps(
        {
            "id": target.public_id,
            "locale": target.locale,
            "title": target.title,
            "detail_url": card.meta.detail_url,
            "html_url": BASE + target.path if target.path else None,
        }
    )


class _CardMeta(msgspec.Struct):
    detail_url: str


class _Card(msgspec.Struct):
    meta: _CardMeta
