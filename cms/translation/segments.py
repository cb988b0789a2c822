"""The strings of a translation: which must be translated, and which of them still are not."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db.models import Count, Exists, OuterRef, Q
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.pages.regime import BODIES, BODY_STAYS_ORIGINAL

# A queryset of StringSegment; its own methods (annotate_translation) carry no types.
Segments: TypeAlias = Any


def _in_untranslated_body() -> Q:
    regimes = Q()
    for regime in BODY_STAYS_ORIGINAL:
        # An unescaped quote is never text: this can only be the key of the serialised source itself.
        regimes |= Q(source__content_json__contains=f'"language_regime": "{regime}"')
    in_body = Q(context__path__in=BODIES)
    for body in BODIES:
        in_body |= Q(context__path__startswith=f"{body}.")
    return regimes & in_body & ~Q(context__field_path__endswith=".alt_text")


def required(segments: Segments) -> Segments:
    """Those of ``segments`` that the language regime of their source wants translated: the rule of completeness."""
    return segments.exclude(_in_untranslated_body())


def of(translation: Translation) -> Segments:
    """The required segments of ``translation`` in reading order, each with its ``translation`` or None."""
    segments = required(StringSegment.objects.filter(source_id=translation.source_id))
    return (
        segments.annotate_translation(translation.target_locale)
        .select_related("string", "context")
        .order_by("order")
    )


def missing(translation: Translation) -> list[StringSegment]:
    """The segments without a sound translation, in reading order."""
    return list(of(translation).filter(Q(translation__isnull=True) | Q(translation="")))


def incomplete() -> Exists:
    """Condition on Translation: at least one required segment has no sound translation."""
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef("_target"),
        has_error=False,
    ).exclude(data="")
    segments = StringSegment.objects.filter(source_id=OuterRef("source_id")).annotate(
        _target=OuterRef("target_locale_id")
    )
    return Exists(required(segments).filter(~Exists(translated)))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a translation is, in segments."""

    total: int
    done: int

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.done >= self.total


def progress_of(translations: Sequence[Translation]) -> dict[int, Progress]:
    """Translation id to progress, in one query for each target language."""
    by_target: dict[int, set[int]] = defaultdict(set)
    for translation in translations:
        by_target[translation.target_locale_id].add(translation.source_id)
    counted: dict[tuple[int, int], Progress] = {}
    for target, sources in by_target.items():
        rows = (
            required(StringSegment.objects.filter(source_id__in=sources))
            .annotate_translation(target)
            .order_by()
            .values("source_id")
            .annotate(
                total=Count("pk"), missing=Count("pk", filter=Q(translation__isnull=True) | Q(translation=""))
            )
        )
        for row in rows:
            done = row["total"] - row["missing"]
            counted[row["source_id"], target] = Progress(total=row["total"], done=done)
    return {
        translation.pk: counted.get((translation.source_id, translation.target_locale_id), Progress(0, 0))
        for translation in translations
    }


def progress(translation: Translation) -> Progress:
    """Count the required segments of ``translation`` and those that have a sound translation."""
    rows: list[Any] = list(of(translation).values_list("translation", flat=True))
    return Progress(total=len(rows), done=sum(1 for row in rows if row))
