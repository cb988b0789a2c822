"""Saving what a translator sends: every string checked on its own, so that one fault does not lose the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translation import overrides, rows, strings


@dataclass(slots=True)
class Saved:
    """What became of a form."""

    written: int = 0
    problems: int = 0


@transaction.atomic
def save_strings(
    translation: Translation, shown: Sequence[rows.Row], posted: Mapping[str, str], *, user: AbstractBaseUser
) -> Saved:
    """Store the posted strings of the rows. A row that cannot be stored keeps what was typed, with the reason."""
    saved = Saved()
    for row in shown:
        typed = posted.get(f"string-{row.pk}")
        if typed is None:
            continue
        data = rows.stored_form(typed, rich=row.rich)
        if data == row.stored:
            continue
        was = posted.get(f"was-{row.pk}")
        if was is not None and was != row.was:
            row.error = _(
                "Somebody else has changed this translation meanwhile, to: “%(text)s”. Save again to replace it by yours."
            ) % {"text": rows.shown(row.stored, rich=False)}
            row.value = typed
            saved.problems += 1
            continue
        try:
            if data:
                row.stored = strings.store(translation, row.segment, data, user=user).data
            else:
                strings.forget(translation, row.segment)
                row.stored = ""
        except ValidationError as error:
            row.error = " ".join(error.messages)
            row.value = typed
            saved.problems += 1
        else:
            row.value, row.error = rows.shown(row.stored, rich=row.rich), ""
            saved.written += 1
    return saved


@transaction.atomic
def save_overrides(
    translation: Translation,
    shown: Sequence[overrides.Override],
    posted: Mapping[str, str],
    *,
    user: AbstractBaseUser,
) -> Saved:
    """Store the posted values of a translation's own links, files and images."""
    saved = Saved()
    for override in shown:
        if override.name not in posted:
            continue
        try:
            saved.written += overrides.store(translation, override, posted[override.name], user=user)
        except ValidationError as error:
            override.error = " ".join(error.messages)
            override.value = posted[override.name]
            saved.problems += 1
    return saved
