"""Events: what will happen, when, where, and who may come."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.contract.values import PageRef, TopicRef
from cms.pages.blocks.contact import ContactsBlock
from cms.pages.blocks.rich_text import TEXT_FEATURES
from cms.pages.models import BasePage
from cms.pages.panels import tabs
from cms.vocabulary.models import Person, Place, facet
from news.blocks import BodyBlock, ProgrammeBlock
from news.forms import EventForm
from news.models.event_parts import SlotValue
from news.models.hero import HERO_PANEL, HERO_SYNCHRONISED, HeroPicture
from news.models.kinds import EventKind, EventState
from news.models.links import page_references, topic_references
from news.zones import zone_choices

# ISO 639 codes of two or three letters.
LANGUAGE_CODES = RegexValidator(
    r"^\s*[a-z]{2,3}(\s*,\s*[a-z]{2,3})*\s*\Z", _("Write codes of languages with commas between: en, fr, uk.")
)


def default_zone() -> str:
    """The zone of the institution."""
    zone: str = settings.TIME_ZONE
    return zone


class EventPage(HeroPicture, BasePage):
    """An event that the press is told of, in one language."""

    parent_page_types = ["news.EventIndexPage"]
    subpage_types: list[str] = []

    kind = models.CharField(_("kind"), max_length=20, choices=EventKind.choices, default=EventKind.MEETING)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=EventState.choices,
        default=EventState.SCHEDULED,
        help_text=_("Keep what is postponed or cancelled public, with its state: the press plans by it."),
    )
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("What happens, in two or three sentences. Shown in lists.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        choices=zone_choices,
        default=default_zone,
        help_text=_("The zone of the place where it happens. All times of the slots are in it."),
    )
    venue_name = models.CharField(_("venue"), max_length=255, blank=True)
    venue_address = models.TextField(_("address"), blank=True)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, help_text=_("Degrees, north positive.")
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, help_text=_("Degrees, east positive.")
    )
    accreditation_opens = models.DateTimeField(_("accreditation opens"), null=True, blank=True)
    accreditation_closes = models.DateTimeField(_("accreditation closes"), null=True, blank=True)
    accreditation_note = RichTextField(
        _("who needs accreditation"), blank=True, features=TEXT_FEATURES, help_text=_("And who needs none.")
    )
    accreditation_url = models.URLField(_("address for accreditation"), blank=True)
    stream_url = models.URLField(_("address of the live stream"), blank=True)
    interpretation_codes = models.CharField(
        _("interpretation"),
        max_length=120,
        blank=True,
        validators=[LANGUAGE_CODES],
        help_text=_("Codes of the languages, with commas between: en, fr, uk."),
    )
    programme = StreamField(ProgrammeBlock(), verbose_name=_("programme"), blank=True)
    contacts = StreamField(ContactsBlock(), verbose_name=_("media contacts"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
        FieldPanel("lead"),
        FieldPanel("time_zone"),
        InlinePanel("time_slots", heading=_("Slots"), label=_("Slot")),
        MultiFieldPanel(
            [
                FieldPanel("venue_name"),
                FieldPanel("venue_address"),
                FieldPanel("place"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Venue"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("accreditation_opens"), FieldPanel("accreditation_closes")]),
                FieldPanel("accreditation_note"),
                FieldPanel("accreditation_url"),
            ],
            heading=_("Accreditation"),
        ),
        MultiFieldPanel(
            [FieldPanel("stream_url"), FieldPanel("interpretation_codes")],
            heading=_("Stream and interpretation"),
        ),
        HERO_PANEL,
        FieldPanel("programme"),
        FieldPanel("body"),
    ]
    connection_panels = [
        InlinePanel("topic_links", heading=_("Topics"), label=_("Topic")),
        FieldPanel("contacts"),
        InlinePanel("related_links", heading=_("Related pages"), label=_("Related page")),
    ]
    edit_handler = tabs(content_panels, connection_panels, base_form_class=EventForm)
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *HERO_SYNCHRONISED,
        *(
            SynchronizedField(name, overridable=False)
            for name in (
                *("kind", "state", "time_zone", "latitude", "longitude", "interpretation_codes"),
                *("accreditation_opens", "accreditation_closes"),
            )
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("venue_name"),
        index.FilterField("kind"),
        index.FilterField("state"),
    ]
    api_fields = [
        APIField(name)
        for name in (
            *("kind", "state", "lead", "body", "hero_image", "hero_alt", "hero_caption"),
            *("time_zone", "starts_at", "ends_at", "slots"),
            *("venue_name", "venue_address", "place", "latitude", "longitude"),
            *("accreditation_opens", "accreditation_closes", "accreditation_note", "accreditation_url"),
            *("stream_url", "interpretation", "programme", "contacts", "topics", "related"),
        )
    ]
    card_fields = [
        *("kind", "state", "lead", "time_zone", "starts_at", "ends_at", "slots", "venue_name", "place"),
        *("hero_image", "hero_alt"),
    ]
    body_field = "body"
    public_prefetch = (
        "place",
        "hero_image",
        "time_slots",
        "topic_links__topic",
        "related_links__related_page",
    )

    # The form checks the slots that come with it; those still in the database may be the ones it mends.
    slots_come_with_form = False

    class Meta(BasePage.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            *BasePage.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=EventKind.values), name="eventpage_kind_known"),
            models.CheckConstraint(condition=Q(state__in=EventState.values), name="eventpage_state_known"),
            models.CheckConstraint(
                condition=Q(accreditation_opens__isnull=True)
                | Q(accreditation_closes__isnull=True)
                | Q(accreditation_closes__gt=F("accreditation_opens")),
                name="eventpage_accreditation_in_order",
                violation_error_message=_("Accreditation closes before it opens."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True) | Q(latitude__gte=-90, latitude__lte=90),
                name="eventpage_latitude_on_earth",
                violation_error_message=_("A latitude lies between -90 and 90."),
            ),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True) | Q(longitude__gte=-180, longitude__lte=180),
                name="eventpage_longitude_on_earth",
                violation_error_message=_("A longitude lies between -180 and 180."),
            ),
        ]

    @property
    def slots(self) -> list[SlotValue]:
        """When it happens, from the earliest."""
        return [
            slot.public_value() for slot in sorted(self.time_slots.all(), key=lambda slot: slot.starts_at)
        ]

    @property
    def starts_at(self) -> datetime | None:
        """The first instant of its first slot."""
        return min((slot.starts_at for slot in self.time_slots.all()), default=None)

    @property
    def ends_at(self) -> datetime | None:
        """The first instant after its last slot; of an open slot, its start."""
        return max((slot.ends_at or slot.starts_at for slot in self.time_slots.all()), default=None)

    @property
    def interpretation(self) -> list[str]:
        """Codes of the languages interpreted (ISO 639)."""
        return [code.strip() for code in self.interpretation_codes.split(",") if code.strip()]

    @property
    def topics(self) -> list[TopicRef]:
        """What it is about."""
        return topic_references(self.topic_links)

    @property
    def related(self) -> list[PageRef]:
        """Releases and events that go with it."""
        return page_references(self.related_links)

    def public_date(self) -> datetime | None:
        return self.starts_at or super().public_date()

    def public_end(self) -> datetime | None:
        return self.ends_at

    def public_facets(self, locale: str) -> Iterable[tuple[str, str]]:
        yield "kind", self.kind
        yield "state", self.state
        yield from facet("topic", (link.topic for link in self.topic_links.all()))
        yield from facet("place", [self.place])
        yield from facet("person", self._programme_speakers())
        if day := self.public_date():
            yield "year", str(timezone.localtime(day).year)

    def _programme_speakers(self) -> Iterable[Person | None]:
        return {
            speaker.translation_key: speaker
            for item in self.programme
            for speaker in item.value["speakers"]
            if speaker is not None
        }.values()

    def public_instants(self) -> Iterable[datetime]:
        for slot in self.time_slots.all():
            yield slot.starts_at
            if slot.ends_at:
                yield slot.ends_at
        for at in (self.accreditation_opens, self.accreditation_closes):
            if at:
                yield at

    def clean(self) -> None:
        """Refuse slots at times that do not exist, or exist twice."""
        super().clean()
        if self.slots_come_with_form:
            return
        messages: list[str] = []
        for slot in self.time_slots.all():
            try:
                slot.check_clock(self.time_zone)
            except ValidationError as error:
                messages += [f"{slot}: {message}" for message in error.messages]
        if messages:
            raise ValidationError(messages)
