"""An object in all its languages, as the gate sees it."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.models import DraftStateMixin, Page, TranslatableMixin

from cms.contract.publishable import Publishable
from cms.store.parity import may_stand_alone


def is_gated_type(model: type[Any]) -> bool:
    """Whether objects of ``model`` are public in both languages or in neither."""
    return (
        issubclass(model, Publishable)
        and issubclass(model, DraftStateMixin)
        and issubclass(model, TranslatableMixin)
        and not model.parity_exempt
    )


def is_gated(instance: Any) -> bool:
    """Whether the gate stands before ``instance``."""
    if settings.ALLOW_ONE_LANGUAGE or not isinstance(instance, TranslatableMixin):
        return False
    specific = instance.specific if isinstance(instance, Page) else instance
    return is_gated_type(type(specific)) and not may_stand_alone(specific)


def base_of(model: type[Any]) -> type[Any]:
    """The model whose table holds the translations of ``model``: Page for every page type."""
    return Page if issubclass(model, Page) else model


@dataclass
class Pair:
    """The rows of one object by language, and the draft that would go out of each."""

    model: type[Any]
    key: UUID
    rows: dict[str, Any]
    _latest: dict[str, Any] = field(default_factory=dict)

    def latest(self, language: str) -> Any:
        """The last draft in ``language``: what a release makes public."""
        if language not in self._latest:
            self._latest[language] = self.rows[language].get_latest_revision_as_object()
        return self._latest[language]

    @property
    def missing(self) -> list[str]:
        """The languages in which there is nothing, not even a draft."""
        return [code for code, _name in settings.LANGUAGES if code not in self.rows]

    @property
    def is_live(self) -> bool:
        """Whether it is public in all languages."""
        return not self.missing and all(row.live for row in self.rows.values())

    def others(self, language: str) -> list[Any]:
        """The rows in the other languages."""
        return [row for code, row in self.rows.items() if code != language]

    @property
    def title(self) -> str:
        """What it is called in messages: in the language that there is first."""
        language = next(iter(self.rows), "")
        draft = self.latest(language)
        return str(getattr(draft, "title", None) or draft)


def pair_of(instance: Any) -> Pair:
    """The object of ``instance`` in all its languages, read anew."""
    return pair(base_of(type(instance)), instance.translation_key)


def pair(model: type[Any], key: UUID) -> Pair:
    """As ``pair_of``, by the base model and the translation key."""
    rows = model._default_manager.filter(translation_key=key).select_related("locale").order_by("pk")
    if model is Page:
        rows = rows.specific()
    return Pair(model, key, {row.locale.language_code: row for row in rows})


def edit_url(instance: Any) -> str:
    """Where ``instance`` is edited; empty when it has no editor."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    viewset = getattr(instance, "snippet_viewset", None)
    return reverse(viewset.get_url_name("edit"), args=[quote(instance.pk)]) if viewset else ""
