"""The words of a video in one language: what is public of a video is rendered from here."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, Orderable, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.contract.files import public_address
from cms.contract.publishable import Publishable
from cms.contract.values import ImageRef, OneOf, PlaceRef, Reference, SiteAddress, TopicRef, public_value
from cms.pages import regime
from cms.pages.blocks.rich_text import TEXT_FEATURES
from cms.pages.panels import REGIME_PANEL
from cms.pages.preview import RenderedPreview
from cms.vocabulary.models import facet
from media_library.meta import FileMeta
from media_library.models.videos import Rights, Video
from media_library.timecode import check_order, is_timecode


class VideoMeta(FileMeta, regime.SpokenMeta):
    """What ``meta`` says of videos."""


@public_value
class ShotlistRowValue:
    """What is seen between two points, HH:MM:SS or HH:MM:SS.mmm from the start."""

    in_point: str
    out_point: str
    description: str
    rights_note: str


class VideoText(
    Publishable,
    RenderedPreview,
    PreviewableMixin,
    regime.LanguageRegime,
    TranslatableMixin,
    DraftStateMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """Title, description, transcript and shotlist of a video in one language."""

    video = models.ForeignKey(Video, verbose_name=_("video"), on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(_("title"), max_length=255)
    title.required_on_save = True  # type: ignore[attr-defined]  # Wagtail asks for it: a draft needs a title too
    description = RichTextField(_("description"), blank=True, features=TEXT_FEATURES)
    transcript = models.TextField(
        _("transcript"), blank=True, help_text=_("All that is said, in this language.")
    )
    location = models.CharField(
        _("location"),
        max_length=255,
        blank=True,
        help_text=_("As readers should see it: building, city, country."),
    )
    credit = models.CharField(_("credit"), max_length=255, blank=True)
    rights_note = models.TextField(
        _("note on rights"),
        blank=True,
        help_text=_("What the code of rights does not say: terms, territories, dates."),
    )

    panels = [
        FieldPanel("video"),
        FieldPanel("title"),
        FieldPanel("description"),
        FieldPanel("transcript"),
        MultiFieldPanel(
            [FieldPanel("location"), FieldPanel("credit"), FieldPanel("rights_note")],
            heading=_("Credit and rights"),
        ),
        InlinePanel("shotlist_rows", heading=_("Shotlist"), label=_("Shot")),
        REGIME_PANEL,
    ]
    override_translatable_fields = [
        *regime.SYNCHRONISED,
        *regime.OWN_DATES,
        SynchronizedField("video", overridable=False),
    ]
    search_fields = [
        index.SearchField("title", boost=10),
        index.AutocompleteField("title"),
        index.SearchField("description"),
        index.SearchField("transcript"),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]
    api_fields = [
        APIField(name)
        for name in (
            *("description", "transcript", "location", "credit", "rights", "rights_note", "shotlist"),
            *("file_url", "poster", "duration_seconds", "filmed_on", "place", "topics"),
        )
    ]
    public_collection = "videos"
    card_fields = ["location", "credit", "rights", "file_url", "poster", "duration_seconds", "filmed_on"]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("text of a video")
        verbose_name_plural = _("texts of videos")
        constraints = [
            *regime.CONSTRAINTS,
            models.UniqueConstraint(
                fields=["video", "locale"],
                name="videotext_one_per_language",
                violation_error_message=_("This video has its text in this language already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def rights(self) -> Annotated[str, OneOf(tuple(Rights.values))]:
        """The code of rights of the asset."""
        return self.video.rights

    @property
    def shotlist(self) -> list[ShotlistRowValue]:
        """What is seen, from the start."""
        return [
            ShotlistRowValue(
                in_point=row.in_point,
                out_point=row.out_point,
                description=row.description,
                rights_note=row.rights_note,
            )
            for row in self.shotlist_rows.all()
        ]

    @property
    def file_url(self) -> SiteAddress | None:
        """Where the file is."""
        return SiteAddress(public_address(str(self.video.file.name))) if self.video.file else None

    @property
    def poster(self) -> ImageRef | None:
        """The picture shown before the video plays."""
        return Reference(f"image:{self.video.poster_id}", fallback=True) if self.video.poster_id else None

    @property
    def duration_seconds(self) -> float | None:
        """The length in seconds."""
        return self.video.duration_seconds

    @property
    def filmed_on(self) -> date | None:
        """The day on which it was filmed."""
        return self.video.filmed_on

    @property
    def place(self) -> PlaceRef | None:
        """Where it was filmed."""
        place = self.video.place
        return Reference(place.public_key(), fallback=True) if place else None

    @property
    def topics(self) -> list[TopicRef]:
        """What it is about."""
        return [Reference(link.topic.public_key(), fallback=True) for link in self.video.topic_links.all()]

    @classmethod
    def public_type(cls) -> str:
        return "media_library.Video"

    def public_key(self) -> str:
        return self.video.public_key()

    def public_id(self) -> int:
        return self.video_id

    def public_dependencies(self) -> Iterable[str]:
        return (f"media_library_video:{self.video_id}",)

    def public_title(self, locale: str) -> str:
        return self.title

    def public_path(self, locale: str) -> str | None:
        return f"/{self.locale.language_code}/video/{self.video_id}/"

    def public_date(self) -> datetime | None:
        if self.first_published_at is not None or self.video.filmed_on is None:
            published: datetime | None = self.first_published_at
            return published
        return timezone.make_aware(datetime.combine(self.video.filmed_on, time()))

    def public_facets(self, locale: str) -> Iterable[tuple[str, str]]:
        yield from facet("topic", (link.topic for link in self.video.topic_links.all()))
        yield from facet("place", [self.video.place])
        for link in self.video.collection_links.all():
            yield "collection", str(link.page.translation_key)
        if day := self.public_date():
            yield "year", str(timezone.localtime(day).year)

    def public_meta(self, locale: str) -> VideoMeta:
        return {"download_url": self.file_url, **self.spoken.meta("transcript")}

    def clean(self) -> None:
        """Refuse a second text in one language. The constraint says the same, but forms know no locale."""
        super().clean()
        if self.video_id and self.locale_id:
            others = VideoText.objects.filter(video_id=self.video_id, locale_id=self.locale_id)
            if others.exclude(pk=self.pk).exists():
                raise ValidationError({"video": _("This video has its text in this language already.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a second language joins the first as its translation, however it was made."""
        if self.pk is None:
            first = VideoText.objects.filter(video_id=self.video_id).first()
            if first is not None:
                self.translation_key = first.translation_key
        super().save(*args, **kwargs)


class ShotlistRow(TranslatableMixin, Orderable):
    """What is seen between two points, and what may be done with it."""

    text = ParentalKey(VideoText, on_delete=models.CASCADE, related_name="shotlist_rows")
    in_point = models.CharField(
        _("in point"), max_length=12, validators=[is_timecode], help_text="00:01:30.500"
    )
    out_point = models.CharField(
        _("out point"), max_length=12, validators=[is_timecode], help_text="00:01:42.000"
    )
    description = models.TextField(_("description"))
    rights_note = models.CharField(_("note on rights"), max_length=500, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("in_point"), FieldPanel("out_point")]),
        FieldPanel("description"),
        FieldPanel("rights_note"),
    ]
    override_translatable_fields = [
        SynchronizedField("in_point", overridable=False),
        SynchronizedField("out_point", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("shot")
        verbose_name_plural = _("shots")

    def __str__(self) -> str:
        return f"{self.in_point} {self.description}"

    def clean(self) -> None:
        """Refuse an out point that does not come after the in point."""
        super().clean()
        check_order(self.in_point, self.out_point)
