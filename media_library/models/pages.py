"""The pages of the media library: its entry, and collections of videos."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.contract.values import ImageRef, Reference, VideoRef
from cms.pages.blocks.rich_text import TEXT_FEATURES
from cms.pages.models import BasePage
from cms.pages.panels import tabs
from media_library.models.videos import Video


class MediaIndexPage(BasePage):
    """The entry to the videos."""

    # Where it stands is said by the app that owns the tree.
    parent_page_types: list[str] = []
    subpage_types = ["media_library.VideoCollectionPage"]
    parity_exempt = "The frame of a listing, which shows what is public in its language."

    lead = models.TextField(_("lead"), blank=True, help_text=_("One or two sentences under the title."))

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    edit_handler = tabs(content_panels)
    api_fields = [APIField("lead")]

    class Meta(BasePage.Meta):
        verbose_name = _("index of videos")


class VideoCollectionPage(BasePage):
    """Videos that belong together, in the editor's order."""

    parent_page_types = ["media_library.MediaIndexPage"]
    subpage_types: list[str] = []

    description = RichTextField(_("description"), blank=True, features=TEXT_FEATURES)

    content_panels = [
        *Page.content_panels,
        FieldPanel("description"),
        InlinePanel("video_links", heading=_("Videos"), label=_("Video")),
    ]
    edit_handler = tabs(content_panels)
    # The choice of videos is one for both languages.
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("video_links")]
    search_fields = [*Page.search_fields, index.SearchField("description")]
    api_fields = [APIField("description"), APIField("cover"), APIField("videos")]
    card_fields = ["description", "cover"]
    public_prefetch = ("video_links__video",)

    class Meta(BasePage.Meta):
        verbose_name = _("collection of videos")
        verbose_name_plural = _("collections of videos")

    @property
    def videos(self) -> list[VideoRef]:
        """Its videos, in order."""
        return [Reference(link.video.public_key()) for link in self.video_links.all()]

    @property
    def cover(self) -> ImageRef | None:
        """The first poster among its videos."""
        posters = (link.video.poster_id for link in self.video_links.all())
        first = next((pk for pk in posters if pk), None)
        return Reference(f"image:{first}", fallback=True) if first else None

    def public_dependencies(self) -> Iterable[str]:
        yield from super().public_dependencies()
        for link in self.video_links.all():
            yield f"media_library_video:{link.video_id}"


class CollectionVideo(Orderable):
    """A video in a collection."""

    page = ParentalKey(VideoCollectionPage, on_delete=models.CASCADE, related_name="video_links")
    video = models.ForeignKey(
        Video, verbose_name=_("video"), on_delete=models.CASCADE, related_name="collection_links"
    )

    panels = [FieldPanel("video")]

    class Meta(Orderable.Meta):
        verbose_name = _("video")

    def __str__(self) -> str:
        return str(self.video)
