"""Records of translation between versions that were written together, so that translators find them as theirs."""

import json
from collections import defaultdict
from datetime import datetime
from typing import Any

from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.translation import changes, segments
from cms.translation.drafting import save_draft
from cms.translation.strings import store
from cms.translation.submission import submit
from cms.users.models import User


class NotParallel(ValueError):
    """Two versions of a text that do not have the same parts."""


def record(original: Any, target: Any, *, translator: User, at: datetime) -> Translation:
    """Record ``target`` as the finished translation of ``original``. Raises NotParallel."""
    source, _created = TranslationSource.update_or_create_from_instance(original)
    translation = Translation.objects.create(source=source, target_locale=target.locale)
    rows = [_row(translation, segment, data, translator) for segment, data in _pairs(translation, target)]
    made = {(row.translation_of_id, row.context_id): row for row in rows}
    StringTranslation.objects.bulk_create(made.values())
    _keep_own_values(translation, target, translator)
    TranslationSource.objects.filter(pk=source.pk).update(created_at=at, last_updated_at=at)
    Translation.objects.filter(pk=translation.pk).update(
        created_at=at, translations_last_updated_at=at, destination_last_updated_at=at
    )
    if target.latest_revision_id:
        TranslationLog.objects.create(
            source=source, locale=target.locale, revision_id=target.latest_revision_id
        )
    return translation


def begin(original: Any, target: Any, *, share: float, translator: User) -> Translation:
    """Submit the draft ``original`` for translation and translate the first ``share`` (0 to 1) of its segments.

    ``target`` is the finished version, unsaved: the words to translate with.
    """
    translation = submit(original, target.locale, user=translator, draft=True)
    pairs = _pairs(translation, target)
    for segment, data in pairs[: round(len(pairs) * share)]:
        store(translation, segment, data, user=translator)
    save_draft(translation, user=translator)
    return translation


def _pairs(translation: Translation, target: Any) -> list[tuple[Any, str]]:
    """Each segment that must be translated, with the words in the same place of ``target``."""
    written: dict[str, list[str]] = defaultdict(list)
    for path, data in changes.strings_of(target):
        written[path].append(data)
    wanted: dict[str, list[Any]] = defaultdict(list)
    for segment in segments.of(translation):
        wanted[segment.context.path].append(segment)
    pairs = []
    for path, rows in wanted.items():
        if len(rows) != len(written[path]):
            raise NotParallel(
                f"{target}: {path} has {len(rows)} strings in one language, {len(written[path])} in the other."
            )
        pairs += list(zip(rows, written[path], strict=True))
    return sorted(pairs, key=lambda pair: int(pair[0].order))


def _row(translation: Translation, segment: Any, data: str, translator: User) -> StringTranslation:
    return StringTranslation(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
        data=data,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        last_translated_by=translator,
    )


def _keep_own_values(translation: Translation, target: Any, translator: User) -> None:
    """Record the files and links that the translation has of its own."""
    own = {
        value.path: value.data
        for value in extract_segments(target)
        if isinstance(value, OverridableSegmentValue)
    }
    rows = OverridableSegment.objects.filter(source=translation.source).select_related("context")
    SegmentOverride.objects.bulk_create(
        SegmentOverride(
            locale=translation.target_locale,
            context=row.context,
            data_json=json.dumps(own[row.context.path]),
            last_translated_by=translator,
        )
        for row in rows
        if own.get(row.context.path, row.data) != row.data
    )
