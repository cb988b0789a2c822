"""Videos: one asset for all languages. What is said of it stands in its texts (``video_texts``)."""

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from cms.vocabulary.models import Place, Topic
from media_library.names import video_name
from media_library.video_form import VideoForm


class Rights(models.TextChoices):
    """Who may use a video."""

    FREE = "free", _("Free for editorial use")
    CREDIT = "credit", _("Free for editorial use with credit")
    NO_ARCHIVE = "no_archive", _("Editorial use for a limited time, no archive")
    RESTRICTED = "restricted", _("Restricted: ask the press service")


class Video(index.Indexed, ClusterableModel):
    """An asset that has no language: file, poster, date, place, rights, topics."""

    working_title = models.CharField(
        _("working title"),
        max_length=255,
        help_text=_("For the newsroom alone; readers see the titles of its texts."),
    )
    file = models.FileField(
        _("file"),
        upload_to=video_name,
        max_length=200,
        blank=True,
        validators=[FileExtensionValidator(["mp4", "webm"])],
        help_text=_("MP4 or WebM."),
    )
    poster = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The picture shown before the video plays."),
    )
    duration_seconds = models.FloatField(_("duration in seconds"), null=True, blank=True)
    filmed_on = models.DateField(_("date filmed"), null=True, blank=True)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    rights = models.CharField(_("rights"), max_length=20, choices=Rights.choices, default=Rights.CREDIT)

    panels = [
        FieldPanel("working_title"),
        MultiFieldPanel(
            [FieldPanel("file"), FieldPanel("poster"), FieldPanel("duration_seconds")], heading=_("Asset")
        ),
        MultiFieldPanel([FieldPanel("filmed_on"), FieldPanel("place")], heading=_("Filmed")),
        FieldPanel("rights"),
        InlinePanel("topic_links", heading=_("Topics"), label=_("Topic")),
    ]
    base_form_class = VideoForm
    search_fields = [
        index.SearchField("working_title", boost=10),
        index.AutocompleteField("working_title"),
        index.RelatedFields("texts", [index.SearchField("title", boost=5), index.AutocompleteField("title")]),
    ]

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(duration_seconds__isnull=True) | Q(duration_seconds__gt=0),
                name="video_duration_positive",
                violation_error_message=_("A duration is longer than nothing."),
            ),
            models.CheckConstraint(condition=Q(rights__in=Rights.values), name="video_rights_known"),
        ]

    def __str__(self) -> str:
        return self.working_title

    def public_key(self) -> str:
        """The key of the public object, whose words are those of its texts."""
        return f"video:{self.pk}"


class VideoTopic(Orderable):
    """A topic of a video. Any language's entry stands for the topic in all languages."""

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("topic")]

    class Meta(Orderable.Meta):
        verbose_name = _("topic")

    def __str__(self) -> str:
        return str(self.topic)
