"""From public values to the stored JSON text of one item, with numbered places for what is not its own words.

Three marks stand in the text, none of which a JSON encoder makes of user text, since it escapes every quote and
control character:

* ``{"$ref":3}`` one card or null; ``{"$refs":[3,4]}`` those cards that are public, in order;
* ``\\u0001h3\\u0001`` inside HTML: the attributes of a link, or nothing where its target is not public;
* ``\\u0001b\\u0001`` the address of the site.
"""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from cms.contract.files import stored_name
from cms.contract.html import LinkKeys, public_html
from cms.contract.values import Html, Localised, Reference, SiteAddress

CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])
BASE = "\x01b\x01"
TRANSLATIONS = 0  # the slot of the item's own other languages
# Texts under these names, under ``meta`` and under names that end in _url are for programs: nobody searches for them.
NOT_WORDS = frozenset(
    [
        *(
            "body_language",
            "code",
            "end",
            "extension",
            "id",
            "in_point",
            "kind",
            "language",
            "level",
            "out_point",
        ),
        *("slug", "start", "state", "time_zone", "type"),
    ]
)


# How much of an item a text says; each holds the one before. A place counts from the smallest that it stands in.
CARD, PAYLOAD, WHOLE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A numbered place: which object belongs in it, as what ("card", "link" or "translation"), and in which field.

    ``depth``: the smallest text that it stands in, CARD, PAYLOAD or WHOLE.
    """

    number: int
    key: str
    role: str
    fallback: bool
    field: str
    depth: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """The texts of one item, and what stands in their numbered places.

    ``payload`` is all but the streams of blocks, ``body`` an object of these alone, empty without any. ``words``: the
    texts that people read, without markup, by field. ``files``: the stored files whose addresses it says.
    """

    payload: str
    body: str
    card: str
    stub: str
    slots: tuple[Slot, ...]
    words: dict[str, list[str]]
    files: tuple[str, ...]


class Encoder:
    """Encodes one object for one locale. ``links`` may be shared by a batch; it keeps what it looked up."""

    def __init__(self, locale: str, links: LinkKeys) -> None:
        self.locale = locale
        self.links = links
        self.languages: dict[str, dict[str, str]] = {}
        self._field = ""
        self._slots: dict[tuple[str, str, bool, str], int] = {}
        self._words: dict[str, list[str]] = {}
        self._files: set[str] = set()

    def slot(self, key: str, role: str, fallback: bool) -> int:
        """The number of the place for ``key``; within a field the same object in the same role has one place."""
        return self._slots.setdefault((key, role, fallback, self._field), len(self._slots) + 1)

    def field(self, name: str, value: Any) -> Any:
        """The JSON value of a field; a language other than the item's is noted under its name."""
        self._field = name.removeprefix("meta.")
        return self._json(value, name)

    def _note(self, name: str, value: Localised[Any]) -> None:
        if value.lang != self.locale or value.source == "fallback":
            self.languages[name] = {"lang": value.lang, "source": value.source}

    def _json(self, value: Any, name: str) -> Any:  # one return per kind of value
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, str):
            clean = str(value).translate(CONTROL)
            self._read(clean, name)
            return clean
        if isinstance(value, Reference):
            return {"$ref": self.slot(value.key, "card", value.fallback)}
        if isinstance(value, list | tuple):
            if value and all(isinstance(part, Reference) for part in value):
                return {"$refs": [self.slot(part.key, "card", part.fallback) for part in value]}
            return [self._json(part, name) for part in value]
        if isinstance(value, Html):
            return self._html(value, name)
        if isinstance(value, Localised):
            if value.value:
                self._note(name, value)
            return self._json(value.value, name)
        if isinstance(value, SiteAddress):
            if name := stored_name(value.path):
                self._files.add(name)
            return BASE + value.path if value.path.startswith("/") else value.path.translate(CONTROL)
        return self._scalar_or_structure(value, name)

    def _scalar_or_structure(self, value: Any, name: str) -> Any:
        if isinstance(value, datetime):
            return timezone.localtime(value).isoformat() if timezone.is_aware(value) else value.isoformat()
        if isinstance(value, date | time):
            return value.isoformat()
        if isinstance(value, Decimal):
            return float(value)
        if isinstance(value, UUID):
            return str(value)
        if is_dataclass(value):
            return {
                part.name: self._json(getattr(value, part.name), f"{name}.{part.name}")
                for part in fields(value)
            }
        if isinstance(value, dict):
            return {str(key): self._json(part, f"{name}.{key}") for key, part in value.items()}
        raise TypeError(f"{name}: a {type(value).__name__} cannot be made public.")

    def _read(self, text: str, name: str) -> None:
        last = name.rpartition(".")[2]
        if text and not (name.startswith("meta.") or last in NOT_WORDS or last.endswith("_url")):
            self._words.setdefault(self._field, []).append(text)

    def _html(self, value: Html, name: str) -> str:
        html, words = public_html(
            value.source.translate(CONTROL), self.links, lambda key: self.slot(key, "link", True)
        )
        self._read(words, name)
        return html

    def finish(
        self, payload: dict[str, Any], body: dict[str, Any], card: dict[str, Any], stub: dict[str, Any]
    ) -> Encoded:
        """The item's texts, of values that were encoded by this encoder."""
        slots = tuple(
            Slot(
                number,
                key,
                role,
                fallback,
                field,
                CARD if field in card else WHOLE if field in body else PAYLOAD,
            )
            for (key, role, fallback, field), number in self._slots.items()
        )
        return Encoded(
            dumps(payload),
            dumps(body) if body else "",
            dumps(card),
            dumps(stub),
            slots,
            self._words,
            tuple(sorted(self._files)),
        )


def whole(payload: str, body: str) -> str:
    """The JSON of an item, body and all, from its two stored texts."""
    return f"{payload[:-1]},{body[1:]}" if body else payload


def dumps(value: Any) -> str:
    """Compact JSON in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
