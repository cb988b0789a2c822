"""The rows of the translation editor: original and translation side by side, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.admin.compare import diff_text
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from cms.translation import changes, labels, segments, strings


@dataclass(slots=True)
class Row:
    """One segment as the editor shows it. ``value`` is what stands in the field: plain text, or HTML when rich."""

    segment: StringSegment
    heading: str
    label: str
    group: str
    rich: bool
    value: str
    stored: str
    note: str = ""
    error: str = ""
    limit: int | None = None
    former: changes.Former | None = None

    @property
    def pk(self) -> int:
        """The id of the segment, in field names and anchors."""
        return int(self.segment.pk)

    @property
    def missing(self) -> bool:
        """Whether no sound translation is stored."""
        return not self.stored or bool(self.error)

    @property
    def was(self) -> str:
        """Fingerprint of what is stored, to notice that somebody else wrote meanwhile."""
        return fingerprint(self.stored)

    @property
    def source_value(self) -> str:
        """The original in the form in which the field is filled."""
        return shown(self.segment.string.data, rich=self.rich)

    @property
    def source_html(self) -> SafeString:
        """The original as HTML of inline tags without attributes, which is all that a string may hold."""
        html: str = self.segment.string.data
        return mark_safe(html)

    @property
    def former_value(self) -> str:
        """The earlier translation in the form in which the field is filled."""
        return shown(self.former.translation, rich=self.rich) if self.former else ""

    @property
    def former_diff(self) -> SafeString:
        """What changed in the original, word by word."""
        if self.former is None:
            return mark_safe("")
        return word_diff(self.former.source, self.segment.string.data)

    @property
    def height(self) -> int:
        """Lines of the field."""
        return max(1, min(20, -(-max(len(self.source_value), len(self.value)) // 62)))


@dataclass(slots=True)
class Group:
    """Rows under one heading: a field, a block of the body, a row of a list."""

    key: str
    heading: str
    rows: list[Row] = field(default_factory=list)


def word_diff(before: str, after: str) -> SafeString:
    """HTML of what changed between two strings, markup left out."""
    texts = (StringValue(before).render_text(), StringValue(after).render_text())
    html: str = diff_text(*texts).to_html()
    return mark_safe(html)


def fingerprint(data: str) -> str:
    """A short mark of a stored translation."""
    return blake2b(data.encode(), digest_size=8).hexdigest()


def shown(data: str, *, rich: bool) -> str:
    """Stored HTML as the field shows it."""
    return data if rich else StringValue(data).render_text()


def stored_form(value: str, *, rich: bool) -> str:
    """What a field holds, as HTML to be stored."""
    value = value.replace("\r\n", "\n").strip()
    if rich:
        return value
    return "<br>".join(escape(line, quote=False) for line in value.split("\n"))


def build(translation: Translation) -> list[Row]:
    """The rows of all segments that are to be translated, in the order of the page editor's panels."""
    source = translation.source
    model = source.specific_content_type.model_class()
    rich = set(source.templatesegment_set.values_list("context_id", flat=True))
    required = list(segments.of(translation))
    known = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(
            locale=translation.target_locale, context__object_id=source.object_id
        ).select_related("last_translated_by", "translation_of", "context")
    }
    former = changes.former(translation, [segment for segment in required if not segment.translation])
    rows = []
    for segment in required:
        row = known.get((segment.string_id, segment.context_id))
        group, heading, label = labels.place_of(model, segment.context)
        is_rich = segment.context_id in rich
        rows.append(
            Row(
                segment=segment,
                group=group,
                heading=heading,
                label=label,
                rich=is_rich,
                value=shown(row.data, rich=is_rich) if row else "",
                stored=row.data if row else "",
                note=_note(row),
                error=(row.get_error() or _("This translation has an error."))
                if row and row.has_error
                else "",
                limit=strings.max_length(translation, segment),
                former=former.get(segment.pk),
            )
        )
    return rows


def _note(row: StringTranslation | None) -> str:
    if row is None:
        return ""
    when = date_format(timezone.localtime(row.updated_at), "SHORT_DATETIME_FORMAT")
    by = (
        row.last_translated_by.get_full_name() or row.last_translated_by.get_username()
        if row.last_translated_by
        else ""
    )
    return _("%(name)s, %(when)s") % {"name": by, "when": when} if by else when


def grouped(rows: Sequence[Row], order: dict[str, int]) -> list[Group]:
    """The rows under their headings, in the order of the panels (field name to position)."""
    groups: dict[str, Group] = {}
    for row in rows:
        groups.setdefault(row.group, Group(row.group, row.heading)).rows.append(row)

    def position(group: Group) -> tuple[int, int]:
        return order.get(group.key.split(".")[0], len(order)), group.rows[0].segment.order

    return sorted(groups.values(), key=position)


def related_without_version(translation: Translation) -> list[Any]:
    """Objects that the original refers to and that have no version in the target language, each once."""
    found: dict[Any, Any] = {}
    for segment in translation.source.relatedobjectsegment_set.select_related(
        "object__content_type", "source__locale"
    ):
        if not segment.object.has_translation(translation.target_locale):
            instance = segment.get_source_instance()
            if instance is not None:
                found[segment.object_id] = instance
    return list(found.values())
