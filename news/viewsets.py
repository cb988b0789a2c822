"""Releases and events in the admin: listings made for an editor's day."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from cms.pages.sections import ChooseSectionView
from cms.translation.listings import LanguagesColumn, ShowsLanguageStates, StoryFilterSet
from news.models import EventKind, EventPage, EventState, NewsReleasePage, ReleaseKind

UPDATED = DateColumn(
    "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at", width="11%"
)


class ReleaseFilterSet(StoryFilterSet):
    """Filters of releases."""

    kind = django_filters.MultipleChoiceFilter(
        choices=ReleaseKind.choices, label=_("Kind"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = NewsReleasePage
        fields = ["kind", "locale", "version_state", "has_translation"]


class EventFilterSet(StoryFilterSet):
    """Filters of events."""

    kind = django_filters.MultipleChoiceFilter(
        choices=EventKind.choices, label=_("Kind"), widget=forms.CheckboxSelectMultiple
    )
    state = django_filters.MultipleChoiceFilter(
        choices=EventState.choices, label=_("Takes place"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = EventPage
        fields = ["kind", "state", "locale", "version_state", "has_translation"]


class StoryIndexView(ShowsLanguageStates, IndexView):
    """A listing of pages with the state of both languages."""

    def get_base_queryset(self) -> Any:
        # Stories have no workflow states to show here; the locale comes with the row.
        return super().get_base_queryset().select_related("locale")


class EventIndexView(StoryIndexView):
    """Events, with the day on which they begin."""

    def get_base_queryset(self) -> Any:
        # Not of every translation's slots: each version has its own rows.
        return super().get_base_queryset().annotate(first_day=Min("time_slots__date", filter=Q()))


class ReleaseListing(PageListingViewSet):
    """All releases in both languages."""

    model = NewsReleasePage
    index_view_class = StoryIndexView
    choose_parent_view_class = ChooseSectionView
    icon = "doc-full"
    menu_label = _("News releases")
    menu_order = 10
    add_to_admin_menu = True
    filterset_class = ReleaseFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="12%"),
        DateColumn("released_at", label=_("Released"), sort_key="released_at", width="11%"),
        LanguagesColumn("languages", label=_("Languages"), width="20%"),
        UPDATED,
    ]


class EventListing(PageListingViewSet):
    """All events in both languages."""

    model = EventPage
    index_view_class = EventIndexView
    choose_parent_view_class = ChooseSectionView
    icon = "date"
    menu_label = _("Events")
    menu_order = 20
    add_to_admin_menu = True
    filterset_class = EventFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="12%"),
        Column("state", label=_("Takes place"), accessor="get_state_display", sort_key="state", width="10%"),
        Column("first_day", label=_("Begins"), sort_key="first_day", width="9%"),
        LanguagesColumn("languages", label=_("Languages"), width="20%"),
        UPDATED,
    ]
