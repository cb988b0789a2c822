"""Chosen videos."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import PageRef, Reference, VideoRef, public_value
from cms.pages.blocks.choosers import PageChoiceBlock
from cms.pages.blocks.line import LineBlock
from media_library.blocks.video import VideoChoiceBlock
from media_library.models import Video


@public_value
class FeaturedMediaValue:
    """``collection`` is where more of them are."""

    title: str
    videos: list[VideoRef]
    collection: PageRef | None


class FeaturedMediaBlock(blocks.StructBlock):
    """Videos, and a collection to go on with."""

    title = LineBlock(max_length=255, label=_("Title"))
    videos = blocks.ListBlock(VideoChoiceBlock(Video), max_num=12, label=_("Videos"))
    collection = PageChoiceBlock(
        page_type=["media_library.VideoCollectionPage"], required=False, label=_("Collection")
    )

    class Meta:
        icon = "media"
        label = _("Featured media")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> FeaturedMediaValue:
        """Its public value."""
        collection = value["collection"]
        return FeaturedMediaValue(
            title=value["title"],
            videos=[Reference(video.public_key()) for video in value["videos"] if video is not None],
            collection=Reference(f"page:{collection.translation_key}") if collection else None,
        )
