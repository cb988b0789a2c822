"""Pages in the admin: edited with care for what others have saved."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from cms.pages import wagtail_words
from cms.pages.conflicts import ACTION, CarefulPageEditView
from cms.pages.editing import KeyedFormMixin

# Before any view or viewset is made: they take their labels when they are.
wagtail_words.follow_the_user()


class KeyedPageCreateView(KeyedFormMixin, CreateView):
    """Wagtail's form of a new page, which becomes its editor when the browser has saved it by itself."""


class CarefulPageViewSet(PageViewSet):
    """Wagtail's views of every page type, with our editor."""

    model = Page
    add_view_class = KeyedPageCreateView
    edit_view_class = CarefulPageEditView


# After Wagtail's own, which it replaces for all page types.
@hooks.register("register_admin_viewset", order=100)
def register_pages() -> PageViewSet:
    """The views of pages."""
    return CarefulPageViewSet()


@hooks.register("register_log_actions")
def register_overwrite(actions: Any) -> None:
    """How a knowing replacement of somebody's version is told in the history."""

    class OverwriteFormatter(LogFormatter):
        """Names the version that was replaced."""

        label = gettext_lazy("Replace a newer version")

        def format_message(self, log_entry: Any) -> str:
            revision = log_entry.data.get("revision", {})
            return _("Replaced version %(id)s of %(name)s, saved meanwhile") % {
                "id": revision.get("id", ""),
                "name": revision.get("by", ""),
            }

    actions.register_action(ACTION)(OverwriteFormatter)
