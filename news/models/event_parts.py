"""Rows under an event: timed slots, topics, related pages."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.contract.values import MomentText, public_value
from news import zones
from news.models.kinds import Fold
from news.models.links import RelatedLink, TopicLink

PAGE = "news.EventPage"


@public_value
class SlotValue:
    """When something of an event happens.

    ``start`` and ``end`` are ISO 8601 with the offset that holds in ``time_zone`` then; an all-day slot runs from
    the first instant of its first day to the first instant after its last. ``end`` is null when it is open.
    """

    label: str
    date: dt.date
    end_date: dt.date | None
    start: MomentText
    end: MomentText | None
    time_zone: str
    all_day: bool


class EventSlot(TranslatableMixin, Orderable):
    """Clock times as the press reads them, in the zone of the event. Without a time, the whole day."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="time_slots")
    label = models.CharField(
        _("label"), max_length=255, blank=True, help_text=_("For example: Doors open, Opening remarks.")
    )
    date = models.DateField(_("date"))
    start_time = models.TimeField(
        _("start"),
        null=True,
        blank=True,
        help_text=_("Local time. Left empty, the slot takes the whole day."),
    )
    end_date = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Only if it is another day.")
    )
    end_time = models.TimeField(_("end"), null=True, blank=True)
    fold = models.CharField(
        _("which of two equal times"),
        max_length=6,
        choices=Fold.choices,
        blank=True,
        help_text=_("Only in the night in which clocks are set back, when an hour comes twice."),
    )

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("start_time")]),
        FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
        FieldPanel("fold"),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("date", "start_time", "end_date", "end_time", "fold")
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("slot")
        verbose_name_plural = _("slots")
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("date")),
                name="eventslot_days_in_order",
                violation_error_message=_("The last day comes before the first."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True) | Q(start_time__isnull=False),
                name="eventslot_end_needs_start",
                violation_error_message=_("A slot that has an end needs a start."),
            ),
            models.CheckConstraint(condition=Q(fold__in=["", *Fold.values]), name="eventslot_fold_known"),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.start_time or ''} {self.label}".strip()

    @property
    def all_day(self) -> bool:
        """Whether it has no clock times."""
        return self.start_time is None

    @property
    def last_day(self) -> dt.date:
        """The day on which it ends."""
        return self.end_date or self.date

    @property
    def starts_at(self) -> dt.datetime:
        """Its first instant, in UTC."""
        zone, second = self.page.time_zone, self.fold == Fold.SECOND
        return zones.instant(self.date, self.start_time or zones.MIDNIGHT, zone, second=second)

    @property
    def ends_at(self) -> dt.datetime | None:
        """The first instant after it, in UTC; None for a slot whose end is open."""
        zone = self.page.time_zone
        if self.end_time is not None:
            return zones.instant(self.last_day, self.end_time, zone, second=self.fold == Fold.SECOND)
        if self.all_day or self.end_date is not None:
            return zones.end_of_day(self.last_day, zone)
        return None

    def public_value(self) -> SlotValue:
        """What the public sees of it."""
        zone, ends_at = self.page.time_zone, self.ends_at
        return SlotValue(
            label=self.label,
            date=self.date,
            end_date=self.end_date,
            start=zones.local_text(self.starts_at, zone),
            end=zones.local_text(ends_at, zone) if ends_at else None,
            time_zone=zone,
            all_day=self.all_day,
        )

    def check_clock(self, zone: str) -> None:
        """Raise ValidationError for a time that the clocks of ``zone`` skip, or show twice and we know not which."""
        errors = {}
        for name, day, at in (
            ("start_time", self.date, self.start_time),
            ("end_time", self.last_day, self.end_time),
        ):
            if day is None or at is None:
                continue
            shown = zones.clock(day, at, zone)
            if shown is zones.Clock.SKIPPED:
                errors[name] = _("This time does not exist on that day: the clocks are set forward over it.")
            elif shown is zones.Clock.REPEATED and not self.fold:
                errors["fold"] = _(
                    "This time comes twice on that day, as clocks are set back: say which is meant."
                )
        if not errors and self.end_time and self.date and self.start_time:
            second = self.fold == Fold.SECOND
            start = zones.instant(self.date, self.start_time, zone, second=second)
            if zones.instant(self.last_day, self.end_time, zone, second=second) <= start:
                errors["end_time"] = _("The end must come after the start.")
        if errors:
            raise ValidationError(errors)


class EventTopic(TopicLink):
    """A topic of an event."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="topic_links")

    class Meta(TopicLink.Meta):
        pass


class EventRelated(RelatedLink):
    """A page related to an event."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="related_links")

    class Meta(RelatedLink.Meta):
        pass
