"""Videos, their texts and their collections in the admin."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, LocaleColumn, UpdatedAtColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView as PageIndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from cms.pages.conflicts import CarefulEditMixin
from cms.pages.crumbs import OwnLanguageCrumbs
from cms.pages.editing import KeyedFormMixin
from cms.pages.locales import Language
from cms.pages.sections import ChooseSectionView
from cms.translation import rights, states
from cms.translation.addresses import submit_url
from cms.translation.listings import LanguagesColumn, ShowsLanguageStates, StoryFilterSet, badges
from media_library.models import Rights, Video, VideoCollectionPage, VideoText

LANGUAGES = LanguagesColumn("languages", label=_("Languages"))


class VideoFilterSet(WagtailFilterSet):
    """Filters of videos, by what is said of them."""

    rights = django_filters.MultipleChoiceFilter(
        choices=Rights.choices, label=_("Rights"), widget=forms.CheckboxSelectMultiple
    )
    has_text = django_filters.ChoiceFilter(
        method="by_text",
        label=_("Has its text in"),
        choices=Language.choices,
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    lacks_text = django_filters.ChoiceFilter(
        method="by_missing_text",
        label=_("Lacks its text in"),
        choices=Language.choices,
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    text_state = django_filters.ChoiceFilter(
        method="by_state",
        label=_("State of a text"),
        choices=[(code, label) for code, label in states.LABELS.items() if code != "none"],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Video
        fields = ["rights", "has_text", "lacks_text", "text_state"]

    def by_text(self, queryset: "QuerySet[Video]", name: str, value: str) -> "QuerySet[Video]":
        """Those whose words exist in a language, draft or public."""
        return queryset.filter(Exists(_texts().filter(locale__language_code=value)))

    def by_missing_text(self, queryset: "QuerySet[Video]", name: str, value: str) -> "QuerySet[Video]":
        """Those whose words do not exist in a language."""
        return queryset.exclude(Exists(_texts().filter(locale__language_code=value)))

    def by_state(self, queryset: "QuerySet[Video]", name: str, value: str) -> "QuerySet[Video]":
        """Those with a text in a state."""
        return queryset.filter(Exists(states.in_state(_texts(), value)))


def _texts() -> "QuerySet[VideoText]":
    return VideoText.objects.filter(video=OuterRef("pk"))


def attach_texts(videos: Iterable[Video], user: Any) -> None:
    """Give each video the badges of its texts, in a fixed number of queries."""
    videos = list(videos)
    rows = VideoText.objects.filter(video__in=videos).order_by("-pk")
    firsts: dict[int, tuple[UUID, int]] = {
        video: (key, pk) for video, key, pk in rows.values_list("video_id", "translation_key", "pk")
    }
    found = states.language_states(VideoText, (key for key, _pk in firsts.values()))
    may_submit = user.has_perm(rights.SUBMIT)
    for video in videos:
        if video.pk in firsts:
            key, pk = firsts[video.pk]
            url = submit_url(VideoText(pk=pk)) if may_submit else ""
            video.language_badges = badges(VideoText, found[key], missing_url=url)
        else:
            none = [states.LanguageState(language, "none") for language in Language.values]
            add = reverse(VideoText.snippet_viewset.get_url_name("add"))
            video.language_badges = badges(
                VideoText, none, missing_url=f"{add}?{urlencode({'video': video.pk})}"
            )


class VideoIndexView(IndexView):
    """Videos with the state of their texts."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        attach_texts(context["object_list"], self.request.user)
        return context


class VideoViewSet(OwnLanguageCrumbs, SnippetViewSet):
    """The language-neutral assets."""

    model = Video
    icon = "media"
    menu_label = _("Videos")
    index_view_class = VideoIndexView
    list_display = [
        "working_title",
        "filmed_on",
        Column("rights", label=_("Rights"), accessor="get_rights_display"),
        LANGUAGES,
    ]
    filterset_class = VideoFilterSet
    copy_view_enabled = False


class VideoTextIndexView(ShowsLanguageStates, IndexView):
    """Texts with the state of both languages."""


class VideoTextCreateView(KeyedFormMixin, CreateView):
    """A form of a new text, which becomes its editor when the browser has saved it by itself."""


class VideoTextEditView(CarefulEditMixin, EditView):
    """An editor that replaces nobody's work unasked."""


class VideoTextFilterSet(StoryFilterSet):
    """Filters of texts of videos."""

    class Meta:
        model = VideoText
        fields = ["locale", "version_state", "has_translation"]


class VideoTextViewSet(OwnLanguageCrumbs, SnippetViewSet):
    """Their words, by language."""

    model = VideoText
    icon = "doc-full-inverse"
    menu_label = _("Texts of videos")
    index_view_class = VideoTextIndexView
    add_view_class = VideoTextCreateView
    edit_view_class = VideoTextEditView
    list_display = [
        "title",
        "video",
        LocaleColumn(label=_("Language")),
        LANGUAGES,
        UpdatedAtColumn(label=_("Updated")),
    ]
    filterset_class = VideoTextFilterSet
    copy_view_enabled = False

    def get_queryset(self, request: Any) -> "QuerySet[VideoText]":
        return VideoText.objects.select_related("video", "locale")


class CollectionFilterSet(StoryFilterSet):
    """Filters of collections."""

    class Meta:
        model = VideoCollectionPage
        fields = ["locale", "version_state", "has_translation"]


class CollectionIndexView(ShowsLanguageStates, PageIndexView):
    """Collections with the state of both languages."""


class CollectionListing(PageListingViewSet):
    """All collections in both languages."""

    name = "collections_of_videos"
    model = VideoCollectionPage
    index_view_class = CollectionIndexView
    choose_parent_view_class = ChooseSectionView
    icon = "list-ul"
    menu_label = _("Video collections")
    filterset_class = CollectionFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        LanguagesColumn("languages", label=_("Languages"), width="24%"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
            width="14%",
        ),
    ]


class VideoViewSetGroup(SnippetViewSetGroup):
    """Videos, their texts and their collections under one entry of the menu."""

    items = (VideoViewSet, VideoTextViewSet, CollectionListing)
    menu_label = _("Video")
    menu_icon = "media"
    menu_order = 30
    add_to_admin_menu = True
