"""Bringing translations up to date with a changed original: new text to translate, and nothing published."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.translation import changes, segments
from cms.translation.drafting import save_draft
from cms.translation.submission import text_of


def pending(source: TranslationSource, *, draft: bool) -> list[changes.Change]:
    """What an update would bring, compared with the text that is being translated."""
    text = text_of(source.get_source_instance(), draft=draft)
    return changes.between(changes.stored_strings(source), changes.strings_of(text))


def enabled(source: TranslationSource) -> list[Translation]:
    """The translations of ``source`` that follow it."""
    return list(source.translations.filter(enabled=True).select_related("source", "target_locale"))


@transaction.atomic
def update(source: TranslationSource, *, user: AbstractBaseUser | None, draft: bool) -> list[changes.Change]:
    """Take over the original's present text and save a draft of each translation. Returns what changed.

    ``draft``: take the last draft even where an older version is public.
    """
    found = pending(source, draft=draft)
    source, _created = TranslationSource.update_or_create_from_instance(
        text_of(source.get_source_instance(), draft=draft)
    )
    for translation in enabled(source):
        keep_moved(translation)
        save_draft(translation, user=user)
    return found


def keep_moved(translation: Translation) -> int:
    """Give text that only moved within the same object the translation that it had. Returns how many."""
    kept = 0
    for segment in segments.missing(translation):
        known = _same_string(translation, segment)
        if known is None:
            continue
        _row, created = StringTranslation.objects.get_or_create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=translation.target_locale,
            defaults={
                "data": known.data,
                "translation_type": known.translation_type,
                "tool_name": known.tool_name,
                "last_translated_by_id": known.last_translated_by_id,
            },
        )
        kept += created
    return kept


def _same_string(translation: Translation, segment: StringSegment) -> Any:
    elsewhere = StringTranslation.objects.filter(
        translation_of_id=segment.string_id,
        locale=translation.target_locale,
        context__object_id=translation.source.object_id,
        has_error=False,
    )
    return elsewhere.exclude(Q(context_id=segment.context_id) | Q(data="")).order_by("-updated_at").first()
