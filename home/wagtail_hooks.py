"""The admin as a newsroom's own: its home page, the order of its menu, its name and colours."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import RecentEditsPanel

from home.dashboard import MyDrafts, PublishedToday, WaitingForTranslation

# What an editor does all day comes first; the tree of pages is for those who build the site.
ORDER = {"images": 40, "documents": 50, "explorer": 70}
# They lead out of the house, to what another product's makers write.
OUTSIDE = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("construct_homepage_panels")
def panels(request: HttpRequest, found: list[Any]) -> None:
    """What waits, what is mine, what went out today, in place of the list of recent edits."""
    found[:] = [panel for panel in found if not isinstance(panel, RecentEditsPanel)]
    found += [MyDrafts(), WaitingForTranslation(), PublishedToday()]


@hooks.register("construct_main_menu")
def order_menu(request: HttpRequest, items: list[MenuItem]) -> None:
    """The menu in the order of an editor's day."""
    for item in items:
        item.order = ORDER.get(item.name, item.order)
    items.sort(key=lambda item: item.order)


@hooks.register("construct_help_menu")
def leave_out_outside_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Keep the keyboard shortcuts."""
    items[:] = [item for item in items if not item.name.startswith(OUTSIDE)]


@hooks.register("register_admin_menu_item")
def translations() -> MenuItem:
    """The way to what waits for translation."""
    return MenuItem(
        _("Translations"),
        reverse("wagtail_localize:translations_report"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=35,
    )


@hooks.register("insert_global_admin_css")
def colours() -> str:
    """The colours of the house."""
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin.css"))
