"""Fills the places in a stored text with what is public: cards, links and the site's own address."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cms.contract.encoding import dumps

PLACES = re.compile(r'\{"\$ref":(\d+)\}|\{"\$refs":\[([\d,]*)\]\}|\\u0001h(\d+)\\u0001|(\\u0001b\\u0001)')
SITE = r"\u0001b\u0001"  # as it stands in JSON
DEEPEST = 2  # a card within a card; deeper places are empty

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
            return escaped(base)
        return escaped(_link(references.get((owner, int(link)), ()), base))

    return PLACES.sub(place, text)


def escaped(text: str) -> str:
    """``text`` as it stands within a JSON string."""
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
    return dumps(
        {
            "id": target.public_id,
            "locale": target.locale,
            "title": target.title,
            "detail_url": card["meta"]["detail_url"].replace("\x01b\x01", base),
            "html_url": base + target.path if target.path else None,
        }
    )
