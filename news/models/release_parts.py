"""Rows under a release: speakers, topics, documents, related pages, tags."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.contract.values import DocumentRef, PersonRef, public_value
from cms.vocabulary.models import Person
from news.models.links import RelatedLink, TopicLink

PAGE = "news.NewsReleasePage"


@public_value
class SpeakerValue:
    """Who speaks; ``role`` as held when speaking."""

    person: PersonRef
    role: str


@public_value
class ReleaseDocumentValue:
    """``title`` is as written for this place; empty, that of the document holds."""

    document: DocumentRef
    title: str


class ReleaseSpeaker(TranslatableMixin, Orderable):
    """Somebody who speaks in a release."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="speaker_links")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+")
    role = models.CharField(_("role"), max_length=255, blank=True, help_text=_("As held on that day."))

    panels = [FieldPanel("person"), FieldPanel("role")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    def __str__(self) -> str:
        return str(self.person)


class ReleaseTopic(TopicLink):
    """A topic of a release."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="topic_links")

    class Meta(TopicLink.Meta):
        pass


class ReleaseDocument(TranslatableMixin, Orderable):
    """A document that goes with a release."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="document_links")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("Left empty, the document's own.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]
    # The translated page may offer the document of its own language.
    override_translatable_fields = [SynchronizedField("document")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return self.title or str(self.document)


class ReleaseRelated(RelatedLink):
    """A page related to a release."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="related_links")

    class Meta(RelatedLink.Meta):
        pass


class ReleaseTag(TaggedItemBase):
    """A tag of a release: a code that needs no language."""

    content_object = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="tagged_items")
