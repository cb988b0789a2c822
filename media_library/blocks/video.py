"""A video of the library in a body, whole or from one point to another."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.contract.values import Reference, VideoRef, public_value
from cms.pages.blocks.choosers import BatchedChoice
from cms.pages.blocks.line import LineBlock
from cms.pages.blocks.verbatim import VerbatimBlock
from media_library.models import Video
from media_library.timecode import check_order, is_timecode


class VideoChoiceBlock(BatchedChoice, SnippetChooserBlock):
    """A chosen video."""

    class Meta:
        label = _("Video")  # in a list, where no field's name gives one


@public_value
class VideoValue:
    """Points are HH:MM:SS or HH:MM:SS.mmm from the start; empty for the start and the end of the video."""

    video: VideoRef | None
    in_point: str
    out_point: str
    caption: str


class VideoBlock(blocks.StructBlock):
    """A video, whole or in part."""

    video = VideoChoiceBlock(Video, label=_("Video"))
    in_point = VerbatimBlock(
        required=False, validators=[is_timecode], label=_("In point"), help_text="00:01:30.500"
    )
    out_point = VerbatimBlock(
        required=False, validators=[is_timecode], label=_("Out point"), help_text="00:01:42"
    )
    caption = LineBlock(required=False, max_length=500, label=_("Caption"))

    class Meta:
        icon = "media"
        label = _("Video")
        # No label_format: it would call a block without its video "null". Wagtail's own is the video's title.

    def clean(self, value: Any) -> Any:
        """Refuse an out point that does not come after the in point."""
        cleaned = super().clean(value)
        try:
            check_order(cleaned["in_point"], cleaned["out_point"])
        except ValidationError as error:
            raise blocks.StructBlockValidationError(
                block_errors={name: ValidationError(errors) for name, errors in error.error_dict.items()}
            ) from error
        return cleaned

    def get_api_representation(self, value: Any, context: Any = None) -> VideoValue:
        """Its public value."""
        video = value["video"]
        return VideoValue(
            video=Reference(video.public_key()) if video else None,
            in_point=value["in_point"] or "",
            out_point=value["out_point"] or "",
            caption=value["caption"] or "",
        )
