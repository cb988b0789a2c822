"""The entries to releases and to events."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page

from cms.pages.models import BasePage
from cms.pages.panels import tabs


class IndexPage(BasePage):
    """A listing; what it lists is read from the store, not from here."""

    # Where it stands is said by the app that owns the tree.
    parent_page_types: list[str] = []
    parity_exempt = "The frame of a listing, which shows what is public in its language."

    lead = models.TextField(_("lead"), blank=True, help_text=_("One or two sentences under the title."))

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    edit_handler = tabs(content_panels)
    api_fields = [APIField("lead")]

    class Meta(BasePage.Meta):
        abstract = True


class NewsIndexPage(IndexPage):
    """The entry to releases."""

    parent_page_types: list[str] = []
    subpage_types = ["news.NewsReleasePage"]

    class Meta(IndexPage.Meta):
        verbose_name = _("index of releases")


class EventIndexPage(IndexPage):
    """The entry to events."""

    parent_page_types: list[str] = []
    subpage_types = ["news.EventPage"]

    class Meta(IndexPage.Meta):
        verbose_name = _("index of events")
