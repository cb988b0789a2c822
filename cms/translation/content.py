"""Putting a translation together: the original's structure with the words of the other language."""

import json
from typing import Any

from wagtail.models import DraftStateMixin
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cms.translation import segments


def latest(instance: Any) -> Any:
    """The newest version of an instance: its last draft, or the row itself where it has no drafts."""
    return instance.get_latest_revision_as_object() if isinstance(instance, DraftStateMixin) else instance


def title_of(instance: Any, *, draft: bool = True) -> str:
    """The title or name by which editors know an instance; its draft's only for who may see the draft."""
    drafted = getattr(instance, "draft_title", "") if draft else ""
    return str(drafted or getattr(instance, "title", "") or instance)


def translated(translation: Translation, *, marked: bool = False) -> Any:
    """The target as it reads with all translations made so far; nothing is saved.

    Built on the target's latest draft, so that what belongs to it alone (its slug) stays. What has no
    translation yet holds the original's words, after a mark such as ``[EN]`` when ``marked``. Raises
    ObjectDoesNotExist when source or target is gone.
    """
    source = translation.source
    original = source.as_instance()
    target = latest(translation.get_target_instance())
    copy_synchronised_fields(original, target)
    # Where an object referred to has no version in the target language, the segment is left out: references
    # name the object, not its language, and readers are shown what is public of it.
    others = [
        value
        for value in source._get_segments_for_translation(translation.target_locale, fallback=True)
        if not isinstance(value, StringSegmentValue)
    ]
    values = [*others, *_strings(translation, marked=marked)]
    ingest_segments(original, target, source.locale, translation.target_locale, values)
    return target


def _strings(translation: Translation, *, marked: bool) -> list[StringSegmentValue]:
    required = {segment.pk: segment.translation for segment in segments.of(translation)}
    every = StringSegment.objects.filter(source_id=translation.source_id).select_related("string", "context")
    mark = f"[{translation.source.locale.language_code.upper()}] " if marked else ""
    values = []
    for segment in every:
        data = required.get(segment.pk)
        if not data:
            data = (mark if segment.pk in required else "") + segment.string.data
        attrs = json.loads(segment.attrs) if segment.attrs else None
        values.append(
            StringSegmentValue(segment.context.path, StringValue(data), attrs=attrs).with_order(segment.order)
        )
    return values
