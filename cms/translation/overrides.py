"""Values that are taken over from the original unless the translation has its own: links, files, images."""

import json
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.whitelist import check_url
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from cms.translation import labels


class LinkField(forms.CharField):
    """The address of a link inside rich text."""


@dataclass(slots=True)
class Override:
    """One such value: what the original has, and the form field for the translation's own."""

    segment: OverridableSegment
    heading: str
    label: str
    source: str
    field: forms.Field
    value: Any
    error: str = ""

    @property
    def name(self) -> str:
        """The name of the form field."""
        return f"override-{self.segment.pk}"

    @property
    def own(self) -> bool:
        """Whether the translation has a value of its own."""
        return self.value not in (None, "")

    @property
    def html(self) -> str:
        """The form field."""
        return str(self.field.widget.render(self.name, self.value, attrs={"id": self.name}))


def build(translation: Translation) -> list[Override]:
    """The values that may be overridden, in reading order."""
    model = translation.source.specific_content_type.model_class()
    own = {
        row.context_id: row.data
        for row in SegmentOverride.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id
        )
    }
    found = []
    segments = OverridableSegment.objects.filter(source_id=translation.source_id).select_related("context")
    for segment in segments.order_by("order"):
        field = _field(model, segment)
        if field is None:
            continue
        _key, heading, label = labels.place_of(model, segment.context)
        found.append(
            Override(
                segment, heading, label, _describe(field, segment.data), field, own.get(segment.context_id)
            )
        )
    return found


def _field(model: Any, segment: OverridableSegment) -> forms.Field | None:
    field: forms.Field | None
    if "'" in segment.context.path:
        # The address of a link inside rich text: its path ends with the address in quotes.
        return LinkField(required=False, label=_("Link"), max_length=2000)
    block = labels.block_at(model, segment.context)
    if isinstance(block, blocks.FieldBlock):
        field = block.field
    elif block is not None:
        return None
    else:
        db_field = model._meta.get_field(segment.context.field_path.split(".")[0])
        field = formfield_for_dbfield(db_field) if isinstance(db_field, models.Field) else None
    if field is None:
        return None
    field.required = False
    field.widget.is_required = False
    return field


def _describe(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ModelChoiceField):
        instance = field.queryset.filter(pk=value).first() if field.queryset is not None else None
        return str(instance) if instance is not None else _("(deleted)")
    return str(value)


def store(translation: Translation, override: Override, raw: Any, *, user: AbstractBaseUser) -> bool:
    """Store or clear the translation's own value. Returns whether it changed; raises ValidationError."""
    cleaned = override.field.clean(raw)
    value = cleaned.pk if isinstance(cleaned, models.Model) else cleaned
    rows = SegmentOverride.objects.filter(
        locale=translation.target_locale, context_id=override.segment.context_id
    )
    if value in (None, ""):
        deleted, _by_model = rows.delete()
        return bool(deleted)
    if value == override.value:
        return False
    if isinstance(value, str) and isinstance(override.field, LinkField) and not check_url(value):
        raise ValidationError(_("This is not an address that a link may lead to."))
    if type(value) is not type(override.segment.data):
        raise ValidationError(_("This value does not fit."))
    rows.update_or_create(
        locale=translation.target_locale,
        context_id=override.segment.context_id,
        defaults={
            "data_json": json.dumps(value),
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    return True
