"""The home page of each language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.pages.models import BasePage
from cms.pages.panels import tabs
from home.blocks import SectionsBlock


class HomePage(BasePage):
    """The first page of a language, made of sections that editors choose."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["news.NewsIndexPage", "news.EventIndexPage", "media_library.MediaIndexPage"]
    max_count_per_parent = 2

    strapline = models.CharField(
        _("strapline"), max_length=255, blank=True, help_text=_("One line under the name of the institution.")
    )
    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("strapline"), FieldPanel("sections")]
    edit_handler = tabs(content_panels)
    api_fields = [APIField("strapline"), APIField("sections")]

    class Meta(BasePage.Meta):
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
