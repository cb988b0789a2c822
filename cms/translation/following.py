"""Whether a translation follows its original: stopping, and starting again without losing what was written."""

from collections import defaultdict

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail_localize.models import StringSegment, Translation

from cms.translation import changes, segments, strings
from cms.translation.content import latest
from cms.translation.drafting import save_draft


@transaction.atomic
def stop(translation: Translation, *, user: AbstractBaseUser | None) -> None:
    """Let the target be edited like any page, starting from what was translated so far."""
    save_draft(translation, user=user)
    translation.enabled = False
    translation.save(update_fields=["enabled"])


@transaction.atomic
def restart(translation: Translation, *, user: AbstractBaseUser | None) -> int:
    """Follow the original again. Returns how many strings were taken over from the edited version."""
    adopted = adopt(translation, user=user)
    translation.enabled = True
    translation.save(update_fields=["enabled"])
    save_draft(translation, user=user)
    return adopted


def adopt(translation: Translation, *, user: AbstractBaseUser | None) -> int:
    """Take what was written in the target as the translation of the segment in the same place.

    Only where original and target have as many strings in a place: nothing is guessed.
    """
    written: dict[str, list[str]] = defaultdict(list)
    for path, data in changes.strings_of(latest(translation.get_target_instance())):
        written[path].append(data)
    places: dict[str, list[StringSegment]] = defaultdict(list)
    for segment in segments.of(translation):
        places[segment.context.path].append(segment)
    adopted = 0
    for path, rows in places.items():
        if len(rows) != len(written.get(path, [])):
            continue
        for segment, data in zip(rows, written[path], strict=True):
            if data in (segment.translation, segment.string.data) or not data:
                continue
            try:
                strings.store(translation, segment, data, user=user)
            except ValidationError:
                continue  # markup that the original has not: it stays untranslated, and is shown as missing
            adopted += 1
    return adopted
