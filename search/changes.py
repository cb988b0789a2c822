"""What changed since a moment of the store: by writing, and by the clock.

An item is named when what its own address answers may have changed: its own words, its coming and going, and what of
other items stands in it (a card, a link, the translation). Whoever fetches what is named as changed and forgets what
is named as withdrawn holds what a fresh crawl would bring. Items may be named that say the same as before.

A reading goes from one version of the store to the one at which it began, in windows: what happens meanwhile belongs
to the next reading, so a window never waits for a change, and none is lost.
"""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from django.db import connections

from cms.contract.encoding import CARD
from cms.store.connection import READER, as_moment, rows
from search.criteria import moment
from search.cursor import Malformed

FORM = 1  # of the text; another form is another number
LARGEST = 2**63 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# An end that was written while it passed is in no reading's window by then: windows of the clock begin earlier, by
# more than any publication takes.
OVERLAP = timedelta(minutes=5)
AT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(\+00:00)?", re.ASCII
)


class Forgotten(Exception):
    """The log does not reach back so far: only a fresh crawl helps."""


class Ahead(Exception):
    """A version that the store has not reached."""


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """The last change number, and the latest listed instant that had passed (microseconds since 1970, UTC)."""

    number: int
    instant: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reading stands: it goes from ``start``. Within it: up to ``end``, behind the entry with these values."""

    start: Version
    end: Version | None = None
    behind: tuple[str, str, str, int] | None = None

    @property
    def text(self) -> str:
        """The opaque text."""
        parts: list[Any] = [FORM, self.start.number, self.start.instant]
        if self.end is not None and self.behind is not None:
            parts += [self.end.number, self.end.instant, *self.behind]
        return urlsafe_b64encode(msgspec.json.encode(parts)).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> "Place":
        """The place that ``text`` is. Raises Malformed."""
        try:
            parts = msgspec.json.decode(urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4)))
            form, *numbers = parts[:5] if len(parts) == 9 else parts
            if len(parts) != 9:
                found = cls(Version(*numbers))
            else:
                found = cls(Version(*numbers[:2]), Version(*numbers[2:]), tuple(parts[5:]))
        except (ValueError, TypeError, IndexError, KeyError, binascii.Error, msgspec.MsgspecError) as error:
            raise Malformed(text) from error
        numbers += [found.behind[3]] if found.behind else []
        right = all(type(part) is int and 0 <= part <= LARGEST for part in numbers)
        if form != FORM or not right or (found.behind and not _is_entry(found.behind)) or found.text != text:
            raise Malformed(text)
        return found


def _is_entry(behind: tuple[Any, ...]) -> bool:
    if not all(isinstance(part, str) and "\0" not in part for part in behind[:3]) or not AT.fullmatch(
        behind[0]
    ):
        return False
    try:
        datetime.fromisoformat(behind[0])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Change:
    """An object in one language. ``public``: whether it is now. ``at``: when what is named last happened."""

    object_key: str
    type: str
    locale: str
    public_id: int
    public: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """A window of a reading. ``next``: where to go on; ``more``: whether that is now, or when something happens."""

    items: list[Change]
    next: Place
    more: bool


# From what changed itself (own) to the items in which that stands: directly, or in a card of theirs. Media is named
# with whatever shows it, since that may have brought it to light.
_CHANGED = f"""
    WITH own AS (
        SELECT object_key, locale, type, public_id, at FROM public_change WHERE number > %s AND number <= %s
        UNION ALL
        SELECT object_key, locale, type, public_id, at FROM public_turn WHERE at > %s AND at <= %s),
    keys AS (SELECT object_key, max(at) AS at FROM own GROUP BY object_key),
    around AS (
        SELECT m.item_id, k.at FROM keys k JOIN public_mention m ON m.target_key = k.object_key
        UNION ALL
        SELECT m.item_id, k.at FROM keys k JOIN public_mention n ON n.target_key = k.object_key AND n.depth <= {CARD}
        JOIN public_content c ON c.id = n.item_id
        JOIN public_mention m ON m.target_key = c.object_key AND m.role = 'card'
        UNION ALL
        SELECT t.id, k.at FROM keys k JOIN public_content c ON c.object_key = k.object_key
        JOIN public_mention m ON m.item_id = c.id
        JOIN public_content t ON t.object_key = m.target_key AND t.when_used),
    named AS (
        SELECT object_key, locale, type, public_id, at FROM own
        UNION ALL
        SELECT c.object_key, c.locale, c.type, c.public_id, a.at FROM around a JOIN public_content c ON c.id = a.item_id),
    entries AS (
        SELECT object_key, locale, type, public_id, max(at) AS at FROM named
        GROUP BY object_key, locale, type, public_id)
    SELECT e.object_key, e.type, e.locale, e.public_id, EXISTS (SELECT 1 FROM public_content c
        WHERE c.object_key = e.object_key AND c.locale = e.locale AND c.public_id = e.public_id), e.at
    FROM entries e WHERE {{behind}} ORDER BY e.at, e.object_key, e.locale, e.public_id LIMIT {{limit}}
"""
_BEHIND = "(e.at, e.object_key, e.locale, e.public_id) > (%s, %s, %s, %s)"


def present() -> Version:
    """The store's version now."""
    return _state()[0]


def since(place: Place, limit: int) -> Changes:
    """At most ``limit`` entries from ``place`` on. Raises Ahead and Forgotten."""
    now, oldest = _state()
    for version in (place.start, place.end or place.start):
        if version.number > now.number or version.instant > now.instant:
            raise Ahead
    if place.start.number < now.number and (oldest is None or oldest > place.start.number + 1):
        raise Forgotten
    end = place.end or now
    if end == place.start:
        return Changes([], Place(end), end < now)
    found = _entries(place, end, limit + 1)
    items = [
        Change(key, type_, locale, public_id, bool(public), as_moment(at) or EPOCH)
        for key, type_, locale, public_id, public, at in found[:limit]
    ]
    if len(found) <= limit:
        return Changes(items, Place(end), end < now)
    key, _type, locale, public_id, _public, at = found[limit - 1]
    return Changes(items, Place(place.start, end, (_portable(at), key, locale, public_id)), True)


def _state() -> tuple[Version, int | None]:
    sql = "SELECT v.number, v.instant, (SELECT oldest FROM public_log) FROM public_version v"
    ((number, instant, oldest),) = rows(sql)
    passed = as_moment(instant)
    return Version(int(number), (passed - EPOCH) // timedelta(microseconds=1) if passed else 0), oldest


def _entries(place: Place, end: Version, limit: int) -> list[tuple[Any, ...]]:
    began, ended = _instant(place.start.instant), _instant(end.instant)
    params: list[Any] = [place.start.number, end.number, moment(began - OVERLAP), moment(ended)]
    if place.behind is not None:
        at, *rest = place.behind
        params += [_native(at), *rest]
    behind = _BEHIND if place.behind is not None else "1 = 1"
    return rows(_CHANGED.replace("{behind}", behind).replace("{limit}", str(int(limit))), params)


def _instant(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)


# An entry's time goes out and comes back as the database has it: SQLite compares texts, of which two can mean one time.
def _portable(at: Any) -> str:
    return at if isinstance(at, str) else str(at.isoformat())


def _native(at: str) -> Any:
    return at if connections[READER].vendor == "sqlite" else datetime.fromisoformat(at).replace(tzinfo=UTC)
