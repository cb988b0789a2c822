"""The codes of releases and events. They are part of the public contract."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseKind(models.TextChoices):
    """What a release is."""

    PRESS_RELEASE = "press_release", _("Press release")
    STATEMENT = "statement", _("Statement")
    SPEECH = "speech", _("Speech or transcript")
    ARTICLE = "article", _("Article")
    OPINION = "opinion", _("Opinion")
    MEDIA_ADVISORY = "media_advisory", _("Media advisory")
    OFFICIAL_TEXT = "official_text", _("Official text")


class EventKind(models.TextChoices):
    """What an event is."""

    MEETING = "meeting", _("Meeting")
    PRESS_CONFERENCE = "press_conference", _("Press conference")
    VISIT = "visit", _("Visit")
    EXERCISE = "exercise", _("Exercise")
    CEREMONY = "ceremony", _("Ceremony")
    BRIEFING = "briefing", _("Briefing")


class EventState(models.TextChoices):
    """Whether an event takes place as announced."""

    SCHEDULED = "scheduled", _("Scheduled")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")
    ENDED = "ended", _("Ended")


class Fold(models.TextChoices):
    """Which of two equal clock times, in the night in which clocks are set back."""

    FIRST = "first", _("the first of the two")
    SECOND = "second", _("the second of the two")
