"""Pictures: one file, its texts in both languages."""

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index

from cms.contract.publishable import Publishable
from cms.contract.values import Localised, public_value
from media_library import renditions
from media_library.meta import FileMeta
from media_library.names import random_name
from media_library.texts import localised


@public_value
class FocalPoint:
    """What matters most in a picture, in pixels of the original from its top left corner."""

    x: int
    y: int


class PressImage(Publishable, AbstractImage):
    """A picture that the press may use. Public only while something public shows it."""

    alt_en = models.CharField(
        _("alternative text in English"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    alt_fr = models.CharField(
        _("alternative text in French"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    caption_en = models.TextField(_("caption in English"), blank=True)
    caption_fr = models.TextField(_("caption in French"), blank=True)
    credit_en = models.CharField(
        _("credit in English"), max_length=255, blank=True, help_text=_("Photographer and agency.")
    )
    credit_fr = models.CharField(
        _("credit in French"), max_length=255, blank=True, help_text=_("Photographer and agency.")
    )
    rights_en = models.CharField(
        _("rights in English"),
        max_length=500,
        blank=True,
        help_text=_("Who may use it, for what, until when."),
    )
    rights_fr = models.CharField(
        _("rights in French"),
        max_length=500,
        blank=True,
        help_text=_("Who may use it, for what, until when."),
    )
    date_taken = models.DateField(_("date taken"), null=True, blank=True)

    admin_form_fields = (
        *("file", "title", "alt_en", "alt_fr", "caption_en", "caption_fr", "credit_en", "credit_fr"),
        *("rights_en", "rights_fr", "date_taken", "collection", "tags"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )
    search_fields = [
        *Image.search_fields,
        *(
            index.SearchField(f"{name}_{lang}")
            for name in ("alt", "caption", "credit")
            for lang in ("en", "fr")
        ),
    ]
    api_fields = [
        APIField(name)
        for name in (
            *("alt", "caption", "credit", "rights", "date_taken"),
            *("width", "height", "focal_point", "renditions"),
        )
    ]
    public_collection = "images"
    card_fields = ["alt", "caption", "credit", "width", "height", "focal_point", "renditions"]
    public_when_used = True
    parity_exempt = "It has no language: its texts stand in both languages on one row."

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def alt(self, locale: str) -> Localised[str]:
        """The alternative text."""
        return localised(self, "alt", locale)

    def caption(self, locale: str) -> Localised[str]:
        """The caption."""
        return localised(self, "caption", locale)

    def credit(self, locale: str) -> Localised[str]:
        """The credit."""
        return localised(self, "credit", locale)

    def rights(self, locale: str) -> Localised[str]:
        """Who may use it."""
        return localised(self, "rights", locale)

    @property
    def focal_point(self) -> FocalPoint | None:
        """The centre of the focal area, where one was set."""
        if self.focal_point_x is None or self.focal_point_y is None:
            return None
        return FocalPoint(x=self.focal_point_x, y=self.focal_point_y)

    def public_renditions(self) -> renditions.RenditionValues:
        """The renditions by name."""  # that exist: reading makes none
        return renditions.existing(self)

    @property
    def default_alt_text(self) -> str:
        """What the admin and previews say of the picture, in the language in use."""
        language = get_language() or "en"
        return localised(self, "alt", "fr" if language.startswith("fr") else "en").value or str(self.title)

    def public_key(self) -> str:
        return f"image:{self.pk}"

    def public_title(self, locale: str) -> Localised[str]:
        # Not the working title: it often is the name of the uploaded file.
        alt = self.alt(locale)
        return alt if alt.value else self.caption(locale)

    def public_meta(self, locale: str) -> FileMeta:
        """``download_url`` as Wagtail's clients know it: the largest rendition. The original is not public."""
        large = self.public_renditions().large
        return {"download_url": large.url if large else None}

    def prepare_public(self) -> None:
        renditions.make(self)

    def get_upload_to(self, filename: str) -> str:
        """Where the original is stored."""
        return random_name("original_images", filename)


class PressRendition(AbstractRendition):
    """A picture in one of its sizes."""

    image = models.ForeignKey(PressImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="pressrendition_unique_per_filter"
            )
        ]

    def get_upload_to(self, filename: Any) -> str:
        """Where the rendition is stored: beside no name that leads to the original or to its siblings."""
        return random_name("images", str(filename))
