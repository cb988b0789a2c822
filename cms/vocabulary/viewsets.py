"""The vocabulary in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.vocabulary.models import Person, Place, Topic


class TopicViewSet(SnippetViewSet):
    """Topics."""

    model = Topic
    icon = "tag"
    list_display = ["name", LocaleColumn(), "live", UpdatedAtColumn()]
    list_filter = ["live"]
    ordering = ["name"]
    copy_view_enabled = False


class PersonViewSet(SnippetViewSet):
    """People."""

    model = Person
    icon = "user"
    list_display = ["name", "role", "organisation", LocaleColumn(), "live", UpdatedAtColumn()]
    list_filter = ["live"]
    ordering = ["name"]
    copy_view_enabled = False


class PlaceViewSet(SnippetViewSet):
    """Places."""

    model = Place
    icon = "site"
    list_display = ["name", "country", LocaleColumn(), "live", UpdatedAtColumn()]
    list_filter = ["live"]
    ordering = ["name"]
    copy_view_enabled = False


class VocabularyViewSetGroup(SnippetViewSetGroup):
    """Topics, people and places under one entry of the menu."""

    items = (TopicViewSet, PersonViewSet, PlaceViewSet)
    menu_label = _("Vocabulary")
    menu_icon = "tag"
    menu_order = 300
    add_to_admin_menu = True
