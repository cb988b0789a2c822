"""The vocabulary in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
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
from cms.translation.listings import LanguagesColumn, ShowsLanguageStates, StoryFilterSet
from cms.vocabulary.models import Person, Place, Topic


class VocabularyIndexView(ShowsLanguageStates, IndexView):
    """A listing with the state of both languages."""


class VocabularyCreateView(KeyedFormMixin, CreateView):
    """A form of a new object, which becomes its editor when the browser has saved it by itself."""


class VocabularyEditView(CarefulEditMixin, EditView):
    """An editor that replaces nobody's work unasked."""


class VocabularyViewSet(OwnLanguageCrumbs, SnippetViewSet):
    """What the three have in common."""

    index_view_class = VocabularyIndexView
    add_view_class = VocabularyCreateView
    edit_view_class = VocabularyEditView
    ordering = ["name"]
    copy_view_enabled = False


def _filters(of: type[Any]) -> type[StoryFilterSet]:
    class Filters(StoryFilterSet):
        class Meta:
            model = of
            fields = ["locale", "version_state", "has_translation"]

    return Filters


class TopicViewSet(VocabularyViewSet):
    """Topics."""

    model = Topic
    icon = "tag"
    list_display = [
        "name",
        LocaleColumn(label=_("Language")),
        LanguagesColumn("languages", label=_("Languages")),
        UpdatedAtColumn(label=_("Updated")),
    ]
    filterset_class = _filters(Topic)


class PersonViewSet(VocabularyViewSet):
    """People."""

    model = Person
    icon = "user"
    list_display = [
        "name",
        "role",
        "organisation",
        LocaleColumn(label=_("Language")),
        LanguagesColumn("languages", label=_("Languages")),
        UpdatedAtColumn(label=_("Updated")),
    ]
    filterset_class = _filters(Person)


class PlaceViewSet(VocabularyViewSet):
    """Places."""

    model = Place
    icon = "site"
    list_display = [
        "name",
        "country",
        LocaleColumn(label=_("Language")),
        LanguagesColumn("languages", label=_("Languages")),
        UpdatedAtColumn(label=_("Updated")),
    ]
    filterset_class = _filters(Place)


class VocabularyViewSetGroup(SnippetViewSetGroup):
    """Topics, people and places under one entry of the menu."""

    items = (TopicViewSet, PersonViewSet, PlaceViewSet)
    menu_label = _("Vocabulary")
    menu_icon = "tag"
    menu_order = 60
    add_to_admin_menu = True
