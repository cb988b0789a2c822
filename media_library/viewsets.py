"""Videos and their texts in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from media_library.models import Video, VideoText


class VideoViewSet(SnippetViewSet):
    """The language-neutral assets."""

    model = Video
    icon = "media"
    menu_label = _("Videos")
    list_display = ["working_title", "filmed_on", "rights"]
    list_filter = ["rights", "filmed_on"]
    copy_view_enabled = False


class VideoTextViewSet(SnippetViewSet):
    """Their words, by language."""

    model = VideoText
    icon = "doc-full-inverse"
    menu_label = _("Texts of videos")
    list_display = ["title", "video", LocaleColumn(), "live", UpdatedAtColumn()]
    list_filter = ["live"]
    copy_view_enabled = False


class VideoViewSetGroup(SnippetViewSetGroup):
    """Videos and their texts under one entry of the menu."""

    items = (VideoViewSet, VideoTextViewSet)
    menu_label = _("Video")
    menu_icon = "media"
    menu_order = 310
    add_to_admin_menu = True
