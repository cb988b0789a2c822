"""Listings of stories in the admin: the state of both languages in each row, and filters by language and state."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django import forms
from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from cms.pages.locales import Language
from cms.translation import rights, states
from cms.translation.addresses import submit_url


class LanguagesColumn(Column):
    """A badge for each language. The view attaches the states (``ShowsLanguageStates``)."""

    cell_template_name = "translation/language_states.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["badges"] = getattr(instance, "language_badges", [])
        return context


class Badge:
    """The state of one language with the way to it: its editor, or the submission of what exists."""

    def __init__(self, state: states.LanguageState, url: str) -> None:
        self.state = state
        self.url = url


def edit_url_of(model: type[Any], pk: int) -> str:
    """Where the version with the key ``pk`` is edited."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[quote(pk)])


def badges(model: type[Any], found: Iterable[states.LanguageState], *, missing_url: str = "") -> list[Badge]:
    """Badges for the states of one story; ``missing_url`` is where a missing version is made."""
    return [
        Badge(state, edit_url_of(model, state.pk) if state.pk is not None else missing_url) for state in found
    ]


def attach(instances: Iterable[Any], user: Any) -> None:
    """Give each instance its ``language_badges``, in a fixed number of queries."""
    instances = list(instances)
    if not instances:
        return
    model = type(instances[0])
    may_submit = user.has_perm(rights.SUBMIT)
    found = states.language_states(model, (instance.translation_key for instance in instances))
    for instance in instances:
        url = submit_url(instance) if may_submit else ""
        instance.language_badges = badges(model, found[instance.translation_key], missing_url=url)


class ShowsLanguageStates:
    """Mixin of index views whose rows are versions of stories."""

    request: Any

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The listing, each row with its badges."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)  # type: ignore[misc]  # a view's
        attach(context["object_list"], self.request.user)
        return context


class StoryFilterSet(WagtailFilterSet):
    """Filters by language, by state and by whether the other language exists."""

    # Named as Wagtail's own would be, which it then leaves out.
    locale = django_filters.ChoiceFilter(
        field_name="locale__language_code",
        label=_("Language"),
        choices=Language.choices,
        empty_label=_("Both"),
        widget=forms.RadioSelect,
    )
    version_state = django_filters.ChoiceFilter(
        method="by_state",
        label=_("State"),
        choices=[(code, label) for code, label in states.LABELS.items() if code != "none"],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    has_translation = django_filters.ChoiceFilter(
        method="by_translation",
        label=_("Has a translation"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )

    def by_state(self, queryset: "QuerySet[Any]", name: str, value: str) -> "QuerySet[Any]":
        """The rows in a state."""
        return states.in_state(queryset, value)

    def by_translation(self, queryset: "QuerySet[Any]", name: str, value: str) -> "QuerySet[Any]":
        """The rows that have, or lack, a version in the other language."""
        condition = states.has_translation(queryset.model)
        return queryset.filter(condition) if value == "yes" else queryset.exclude(condition)
