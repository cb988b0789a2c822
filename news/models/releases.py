"""News releases: press releases, statements, speeches, articles, opinions, advisories, official texts."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.contract.values import PageRef, Reference, TopicRef
from cms.pages.blocks.contact import ContactsBlock
from cms.pages.models import BasePage
from cms.pages.panels import tabs
from cms.vocabulary.models import Place, facet
from news.blocks import BodyBlock, CorrectionsBlock
from news.models.hero import HERO_PANEL, HERO_SYNCHRONISED, HeroPicture
from news.models.kinds import ReleaseKind
from news.models.links import page_references, topic_references
from news.models.release_parts import ReleaseDocumentValue, ReleaseTag, SpeakerValue


class NewsReleasePage(HeroPicture, BasePage):
    """What the institution tells the press, in one language."""

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []

    kind = models.CharField(
        _("kind"), max_length=20, choices=ReleaseKind.choices, default=ReleaseKind.PRESS_RELEASE
    )
    number = models.CharField(
        _("number"), max_length=40, blank=True, help_text=_("As printed at the head, for example (2026) 058.")
    )
    place = models.ForeignKey(
        Place,
        verbose_name=_("dateline place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    released_at = models.DateTimeField(
        _("release date and time"),
        null=True,
        help_text=_("What readers see and lists are ordered by. It does not delay publication."),
    )
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("What happened, in two or three sentences. Shown in lists.")
    )
    byline = models.CharField(
        _("byline"), max_length=255, blank=True, help_text=_("For articles and opinions.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    contacts = StreamField(ContactsBlock(), verbose_name=_("media contacts"), blank=True)
    corrections = StreamField(
        CorrectionsBlock(),
        verbose_name=_("corrections"),
        blank=True,
        help_text=_("Public notes of what was put right after publication."),
    )
    tags = ClusterTaggableManager(
        through=ReleaseTag,
        verbose_name=_("tags"),
        blank=True,
        help_text=_("Codes that are the same in both languages. For subjects, use topics."),
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]),
                FieldRowPanel([FieldPanel("released_at"), FieldPanel("place")]),
                FieldPanel("byline"),
            ],
            heading=_("Head"),
        ),
        FieldPanel("lead"),
        HERO_PANEL,
        FieldPanel("body"),
        FieldPanel("corrections"),
    ]
    connection_panels = [
        InlinePanel("topic_links", heading=_("Topics"), label=_("Topic")),
        InlinePanel("speaker_links", heading=_("Speakers"), label=_("Speaker")),
        FieldPanel("contacts"),
        InlinePanel("document_links", heading=_("Documents"), label=_("Document")),
        InlinePanel("related_links", heading=_("Related pages"), label=_("Related page")),
        FieldPanel("tags"),
    ]
    edit_handler = tabs(content_panels, connection_panels)
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *HERO_SYNCHRONISED,
        *(SynchronizedField(name, overridable=False) for name in ("kind", "number", "released_at", "tags")),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("number", boost=3),
        index.SearchField("lead"),
        index.SearchField("body"),
        index.AutocompleteField("number"),
        index.FilterField("kind"),
        index.FilterField("released_at"),
    ]
    api_fields = [
        APIField(name)
        for name in (
            *("kind", "number", "place", "released_at", "lead", "byline", "body"),
            *("hero_image", "hero_alt", "hero_caption", "speakers", "topics", "tags"),
            *("contacts", "documents", "related", "corrections"),
        )
    ]
    # No more references than its picture: a page that shows twenty cards fills every one of them.
    card_fields = ["kind", "number", "released_at", "lead", "hero_image", "hero_alt"]
    body_field = "body"
    public_prefetch = (
        *("place", "hero_image", "speaker_links__person", "topic_links__topic", "tagged_items__tag", "tags"),
        *("document_links", "related_links__related_page"),
    )

    class Meta(BasePage.Meta):
        verbose_name = _("news release")
        verbose_name_plural = _("news releases")
        constraints = [
            *BasePage.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=ReleaseKind.values), name="newsreleasepage_kind_known"
            ),
        ]
        indexes = [models.Index(fields=["-released_at"], name="newsreleasepage_latest")]

    @property
    def speakers(self) -> list[SpeakerValue]:
        """Who speaks in it."""
        return [
            SpeakerValue(person=Reference(link.person.public_key(), fallback=True), role=link.role)
            for link in self.speaker_links.all()
        ]

    @property
    def topics(self) -> list[TopicRef]:
        """What it is about."""
        return topic_references(self.topic_links)

    @property
    def documents(self) -> list[ReleaseDocumentValue]:
        """What can be downloaded with it."""
        return [
            ReleaseDocumentValue(
                document=Reference(f"document:{link.document_id}", fallback=True), title=link.title
            )
            for link in self.document_links.all()
        ]

    @property
    def related(self) -> list[PageRef]:
        """What to read next."""
        return page_references(self.related_links)

    def public_date(self) -> datetime | None:
        return self.released_at or super().public_date()

    def public_dependencies(self) -> Iterable[str]:
        yield from super().public_dependencies()
        for item in self.tagged_items.all():
            yield f"taggit_tag:{item.tag_id}"

    def public_facets(self, locale: str) -> Iterable[tuple[str, str]]:
        yield "kind", self.kind
        yield from facet("topic", (link.topic for link in self.topic_links.all()))
        yield from facet("person", (link.person for link in self.speaker_links.all()))
        yield from facet("place", [self.place])
        for item in self.tagged_items.all():
            yield "tag", item.tag.name
        if day := self.public_date():
            yield "year", str(timezone.localtime(day).year)
