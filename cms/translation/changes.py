"""What changed in an original since its translation was last brought up to date."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.publishing.substance import strings_of

__all__ = ["Change", "Former", "between", "former", "of_source", "stored_strings", "strings_of"]

Kind = Literal["changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One string of the original that is not what it was. Strings are HTML of inline tags."""

    kind: Kind
    path: str
    before: str
    after: str


def stored_strings(source: TranslationSource) -> list[tuple[str, str]]:
    """(content path, string) of the text that is being translated, in reading order."""
    segments = (
        StringSegment.objects.filter(source=source).select_related("context", "string").order_by("order")
    )
    return [(segment.context.path, segment.string.data) for segment in segments]


def between(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> list[Change]:
    """The changes from one list of (path, string) to another, in the order of ``after``, removals last."""
    old, new = _by_path(before), _by_path(after)
    changes: list[Change] = []
    for path, strings in new.items():
        changes += _in_path(path, old.get(path, []), strings)
    for path, strings in old.items():
        if path not in new:
            changes += [Change("removed", path, string, "") for string in strings]
    return changes


def _by_path(strings: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    by_path: dict[str, list[str]] = defaultdict(list)
    for path, string in strings:
        by_path[path].append(string)
    return by_path


def _in_path(path: str, old: list[str], new: list[str]) -> list[Change]:
    changes: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = min(i2 - i1, j2 - j1)
        changes += [Change("changed", path, old[i1 + n], new[j1 + n]) for n in range(pairs)]
        changes += [Change("added", path, "", string) for string in new[j1 + pairs : j2]]
        changes += [Change("removed", path, string, "") for string in old[i1 + pairs : i2]]
    return changes


@dataclass(frozen=True, slots=True)
class Former:
    """What a segment said before its original changed, and how that was translated."""

    source: str
    translation: str


def former(translation: Translation, segments: Sequence[StringSegment]) -> dict[int, Former]:
    """Segment id to the nearest earlier wording in the same place that has a translation."""
    if not segments:
        return {}
    current = {(segment.context_id, segment.string_id) for segment in of_source(translation)}
    rows = (
        StringTranslation.objects.filter(
            locale=translation.target_locale, context__in={segment.context_id for segment in segments}
        )
        .select_related("translation_of")
        .order_by("updated_at")
    )
    gone: dict[int, list[StringTranslation]] = defaultdict(list)
    for row in rows:
        if (row.context_id, row.translation_of_id) not in current and row.data:
            gone[row.context_id].append(row)
    found = {}
    for segment in segments:
        candidates = gone.get(segment.context_id, [])
        if candidates:
            text = segment.string.data
            best = max(
                candidates, key=lambda row: SequenceMatcher(None, row.translation_of.data, text).ratio()
            )
            found[segment.pk] = Former(best.translation_of.data, best.data)
    return found


def of_source(translation: Translation) -> list[StringSegment]:
    """Every segment of the text that is being translated."""
    return list(StringSegment.objects.filter(source_id=translation.source_id))
