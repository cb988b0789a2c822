"""The tabs of the page editor, the same for every page type."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

REGIME_PANEL = MultiFieldPanel(
    [
        FieldPanel("language_regime"),
        FieldPanel("body_language"),
        FieldPanel("regime_reason"),
        FieldPanel("original_language"),
    ],
    heading=_("Languages"),
)
PROMOTE_PANELS = [
    FieldPanel("slug"),
    MultiFieldPanel(
        [FieldPanel("seo_title"), FieldPanel("search_description")],
        heading=_("For search engines"),
    ),
    FieldPanel("show_in_menus"),
]


def tabs(
    content: Sequence[Any], connections: Sequence[Any] = (), base_form_class: type[Any] | None = None
) -> TabbedInterface:
    """The edit handler of a page type: what is written, what it is connected with, languages, address, dates."""
    lists = [ObjectList(content, heading=_("Content"))]
    if connections:
        lists.append(ObjectList(connections, heading=_("Connections")))
    lists += [
        ObjectList([REGIME_PANEL], heading=_("Languages")),
        ObjectList(PROMOTE_PANELS, heading=_("Address and search")),
        ObjectList([PublishingPanel(), CommentPanel()], heading=_("Settings")),
    ]
    return TabbedInterface(lists, base_form_class=base_form_class)
