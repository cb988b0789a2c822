"""How far a story is in each language: what listings and the home page show, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.pages.locales import Language
from cms.translation import segments

# Code of a state to its words and to the look of its badge.
LABELS = {
    "live": _("live"),
    "live_draft": _("live + draft"),
    "live_translating": _("live + in translation"),
    "translating": _("in translation"),
    "draft": _("draft"),
    "none": _("none"),
}


@dataclass(frozen=True, slots=True)
class LanguageState:
    """The version in one language; ``pk`` None where there is none."""

    language: str
    code: str
    pk: int | None = None
    title: str = ""

    @property
    def label(self) -> str:
        """The state in words."""
        return str(LABELS[self.code])

    @property
    def language_name(self) -> str:
        """The name of the language."""
        return str(Language(self.language).label)


def code_of(*, live: bool, draft: bool, translating: bool) -> str:
    """The state of a version that exists."""
    if live:
        return "live_translating" if translating else "live_draft" if draft else "live"
    return "translating" if translating else "draft"


def base_of(model: type[Any]) -> type[Any]:
    """The model whose table holds the translations of ``model``: Page for every page type."""
    return Page if issubclass(model, Page) else model


def language_states(model: type[Any], keys: Iterable[UUID]) -> dict[UUID, list[LanguageState]]:
    """Translation key to the state in each language, in two queries whatever the number of keys."""
    wanted = set(keys)
    waiting = set(
        Translation.objects.filter(
            segments.incomplete(), source__object_id__in=wanted, enabled=True
        ).values_list("source__object_id", "target_locale__language_code")
    )
    base = base_of(model)
    rows = base._default_manager.filter(translation_key__in=wanted).values_list(
        "translation_key",
        "locale__language_code",
        "pk",
        "live",
        "has_unpublished_changes",
        "draft_title" if base is Page else "pk",
    )
    versions: dict[UUID, dict[str, LanguageState]] = defaultdict(dict)
    for key, language, pk, live, draft, title in rows:
        code = code_of(live=live, draft=draft, translating=(key, language) in waiting)
        versions[key][language] = LanguageState(language, code, pk, str(title))
    return {
        key: [versions[key].get(language) or LanguageState(language, "none") for language in Language.values]
        for key in wanted
    }


def waiting(model: type[Any]) -> Q:
    """Condition on rows of ``model``: this version still lacks a translation."""
    translations = Translation.objects.filter(
        segments.incomplete(),
        source__object_id=OuterRef("translation_key"),
        target_locale_id=OuterRef("locale_id"),
        enabled=True,
    )
    return Q(Exists(translations))


def has_translation(model: type[Any]) -> Q:
    """Condition on rows of ``model``: a version in another language exists, draft or public."""
    others = base_of(model)._default_manager.filter(translation_key=OuterRef("translation_key"))
    return Q(Exists(others.exclude(locale_id=OuterRef("locale_id"))))


def in_state(queryset: "QuerySet[Any]", code: str) -> "QuerySet[Any]":
    """The rows of a queryset that are in the state ``code``."""
    lacking = waiting(queryset.model)
    conditions = {
        "live": Q(live=True, has_unpublished_changes=False) & ~lacking,
        "live_draft": Q(live=True, has_unpublished_changes=True) & ~lacking,
        "live_translating": Q(live=True) & lacking,
        "translating": Q(live=False) & lacking,
        "draft": Q(live=False) & ~lacking,
    }
    return queryset.filter(conditions[code])
