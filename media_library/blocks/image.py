"""A picture in a body."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.contract.values import ImageRef, Reference, public_value
from cms.pages.blocks.choosers import BatchedChoice
from cms.pages.blocks.line import LineBlock


class ImageChoiceBlock(BatchedChoice, ImageChooserBlock):
    """A chosen picture."""


@public_value
class ImageValue:
    """Texts are as written for this place; empty, those of the picture hold. ``decorative``: says nothing."""

    image: ImageRef | None
    caption: str
    credit: str
    alt_text: str
    decorative: bool


class PressImageBlock(blocks.StructBlock):
    """A picture, with texts for this place where those of the library do not fit."""

    image = ImageChoiceBlock(label=_("Picture"))
    caption = LineBlock(
        required=False, max_length=500, label=_("Caption"), help_text=_("Left empty, the picture's own.")
    )
    credit = LineBlock(
        required=False, max_length=255, label=_("Credit"), help_text=_("Left empty, the picture's own.")
    )
    alt_text = LineBlock(
        required=False,
        max_length=500,
        label=_("Alternative text"),
        help_text=_("Left empty, the picture's own."),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label=_("Decorative"),
        help_text=_("The picture says nothing that the text does not say."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        # No label_format: it would call a block without its picture "null". Wagtail's own is the picture's title, or
        # the first text; the group keeps it from being the "No" of a box that is not ticked.
        form_layout = blocks.BlockGroup(
            [
                *("image", "caption", "credit"),
                blocks.BlockGroup(
                    ["alt_text", "decorative"],
                    heading=_("Accessibility"),
                    icon="view",
                    label_format="{alt_text}",
                ),
            ]
        )

    def clean(self, value: Any) -> Any:
        """Refuse a picture that would stay dumb to those who do not see it."""
        cleaned = super().clean(value)
        image = cleaned["image"]
        if cleaned["decorative"]:
            if cleaned["alt_text"]:
                self._refuse(_("A decorative picture has no alternative text."))
        elif image is not None and not (cleaned["alt_text"] or image.alt_en or image.alt_fr):
            self._refuse(_("Say what the picture shows, here or in the library, or call it decorative."))
        return cleaned

    def _refuse(self, message: Any) -> None:
        raise blocks.StructBlockValidationError(block_errors={"alt_text": ValidationError(message)})

    def get_api_representation(self, value: Any, context: Any = None) -> ImageValue:
        """Its public value."""
        image = value["image"]
        return ImageValue(
            image=Reference(image.public_key(), fallback=True) if image else None,
            caption=value["caption"] or "",
            credit=value["credit"] or "",
            alt_text=value["alt_text"] or "",
            decorative=bool(value["decorative"]),
        )
