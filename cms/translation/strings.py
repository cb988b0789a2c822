"""Writing one translated string: checked for what the field and its markup can take, then stored."""

from html import unescape
from typing import Any

from bs4.builder import ParserRejectedMarkup
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

LONGEST = 100_000  # characters of one string; a paragraph of a speech has some thousands


def clean(translation: Translation, segment: StringSegment, data: str) -> str:
    """The HTML to store for ``data``. Raises ValidationError with what the translator has to mend."""
    if len(data) > LONGEST:
        raise ValidationError(_("This text is too long: at most %(count)d characters.") % {"count": LONGEST})
    try:
        value = StringValue.from_translated_html(data)
        validate_translation_links(segment.string.data, value.data)
    except (ValueError, ParserRejectedMarkup, AssertionError) as error:
        # AssertionError: how Python's parser fails on markup such as "<![".
        raise ValidationError(
            _("The markup of this text is broken: %(problem)s") % {"problem": error}
        ) from error
    limit = max_length(translation, segment)
    length = len(unescape(value.render_text()))
    if limit is not None and length > limit:
        raise ValidationError(
            _("This text is too long: %(length)d characters, at most %(limit)d.")
            % {"length": length, "limit": limit}
        )
    return str(value.data)


def max_length(translation: Translation, segment: StringSegment) -> int | None:
    """How many characters the database column of a plain text field takes."""
    model = translation.source.specific_content_type.model_class()
    names = segment.context.field_path.split(".")
    field: Any = model._meta.get_field(names[0]) if model else None
    if isinstance(field, models.ManyToOneRel) and len(names) > 1:
        field = field.related_model._meta.get_field(names[1])
    return field.max_length if isinstance(field, models.CharField) else None


def store(
    translation: Translation,
    segment: StringSegment,
    data: str,
    *,
    user: AbstractBaseUser | None,
    tool: str = "",
) -> StringTranslation:
    """Store a translation of ``segment``. Raises ValidationError as ``clean`` does."""
    row, _created = StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=segment.context_id,
        defaults={
            "data": clean(translation, segment, data),
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    return row


def forget(translation: Translation, segment: StringSegment) -> None:
    """Remove the translation of ``segment``, if there is one."""
    StringTranslation.objects.filter(
        translation_of_id=segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=segment.context_id,
    ).delete()
