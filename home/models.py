"""The home page of each language, and redirects as readers know them."""

from copy import copy
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.contract.publishable import Publishable
from cms.contract.values import SiteAddress
from cms.pages.models import BasePage
from cms.pages.panels import tabs
from home.blocks import SectionsBlock


class HomePage(BasePage):
    """The first page of a language, made of sections that editors choose."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["news.NewsIndexPage", "news.EventIndexPage", "media_library.MediaIndexPage"]
    max_count_per_parent = 2
    parity_exempt = "A language's entry: it shows what is public in its language."

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


class PublicRedirect(Publishable, Redirect):
    """An old address and where it leads."""

    api_fields = [APIField("old_path"), APIField("location"), APIField("is_permanent")]
    card_fields = ["old_path", "location", "is_permanent"]
    public_collection = "redirects"
    parity_exempt = "An old address is one language's own; it is public while what it leads to is."
    # The version of the page that it leads to; it is given when the page is rendered.
    page: BasePage | None = None

    class Meta:
        proxy = True
        default_permissions = ()

    @classmethod
    def public_type(cls) -> str:
        """Wagtail's own name, which clients know."""
        return "wagtailredirects.Redirect"

    def to(self, page: BasePage) -> "PublicRedirect":
        """It, leading to this version of its page: two versions may be rendered of one row."""
        leading = copy(self)
        leading.page = page
        return leading

    @property
    def language(self) -> str:
        """That of the page; of another address, the one that the old path begins with, or else the first."""
        if self.page is not None:
            return str(self.page.locale.language_code)
        codes = [code for code, _name in settings.LANGUAGES]
        first = self.old_path.split("/")[1] if self.old_path.startswith("/") else ""
        return first if first in codes else codes[0]

    @property
    def location(self) -> SiteAddress:
        """Where it leads."""
        if self.page is None:
            return SiteAddress(self.redirect_link)
        path = self.page.public_path(self.language) or "/"
        route = self.redirect_page_route_path
        return SiteAddress(path.rstrip("/") + route if route else path)

    def public_key(self) -> str:
        return f"redirect:{self.pk}"

    def public_source(self) -> str:
        return self.page.public_source() if self.page is not None else super().public_source()

    def public_title(self, locale: str) -> str:
        return str(self.old_path)

    def public_date(self) -> datetime | None:
        made: datetime | None = self.created_at
        return made
