"""The last line: no page or entry goes live with the words of the other language, on whatever way.

The views refuse earlier and say more. This holds for bulk actions, workflows, schedules, scripts.
"""

from collections import Counter
from typing import Any

from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail_localize.models import Translation

from cms.translation import changes, segments
from cms.translation.errors import AliasRefused, Incomplete, Outdated


def before_save(
    sender: type[Any], instance: Any, update_fields: Any = None, raw: bool = False, **_: Any
) -> None:
    """Receiver of pre_save. Raises AliasRefused, Incomplete or Outdated; all are ValidationErrors."""
    if raw or not isinstance(instance, TranslatableMixin):
        return
    if isinstance(instance, Page) and instance.alias_of_id:
        raise AliasRefused
    if not isinstance(instance, DraftStateMixin) or not instance.live:
        return
    if update_fields is not None and "live" not in update_fields:
        return
    translation = following(instance)
    if translation is not None:
        check(translation, instance)


def following(instance: Any) -> Translation | None:
    """The enabled translation whose target this is."""
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
        )
        .exclude(source__locale_id=instance.locale_id)
        .select_related("source", "source__locale", "target_locale")
        .first()
    )


def check(translation: Translation, instance: Any) -> None:
    """Raise Incomplete or Outdated where ``instance`` holds words of the original that are to be translated.

    A live page whose original has moved on holds its own, older words: it may be saved and moved.
    """
    held = Counter(changes.strings_of(instance))
    missing = []
    for segment in segments.of(translation):
        path, original = segment.context.path, segment.string.data
        if segment.translation == original or not held[path, original]:
            continue
        if not segment.translation:
            missing.append(segment)
        elif not held[path, segment.translation]:
            raise Outdated(str(instance))
    if missing:
        raise Incomplete(str(instance), missing)
