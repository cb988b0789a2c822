"""Edits that went out in one language, for those who review them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, UserColumn
from wagtail.admin.views.generic import IndexView

from cms.jobs.viewsets import LookOnlyViewSet
from cms.publishing.models import LoneEdit
from cms.publishing.pairs import edit_url


class LoneEditIndexView(IndexView):
    """The newest first; each leads to what was edited."""

    def get_base_queryset(self) -> Any:
        return LoneEdit.objects.select_related("user", "content_type").prefetch_related("content_object")


class ObjectColumn(Column):
    """The title, with the way to the editor."""

    cell_template_name = "publishing/object_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        found = instance.content_object
        return {**context, "url": edit_url(found) if found is not None else "", "language": instance.language}


class LoneEditViewSet(LookOnlyViewSet):
    """The list of these edits, under Reports."""

    model = LoneEdit
    name = "lone_edits"
    icon = "edit"
    menu_label = _("Edits in one language")
    menu_hook = "register_reports_menu_item"
    add_to_settings_menu = False
    index_view_class = LoneEditIndexView
    inspect_view_enabled = False
    list_display = [
        ObjectColumn("title", label=_("Title")),
        Column("language", label=_("Language"), accessor="get_language_display"),
        Column("reason", label=_("What was changed")),
        UserColumn("user"),
        DateColumn("at", label=_("When")),
    ]
    list_filter = ["language"]
