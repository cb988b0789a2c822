"""What releases and events are connected with: rows under a page, in the editor's order."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page, TranslatableMixin

from cms.contract.values import PageRef, Reference, TopicRef
from cms.vocabulary.models import Topic


class TopicLink(TranslatableMixin, Orderable):
    """A topic of a page. Translatable, so that the translated page names the translated topic."""

    topic = models.ForeignKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("topic")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True
        verbose_name = _("topic")

    def __str__(self) -> str:
        return str(self.topic)


class RelatedLink(Orderable):
    """A related page. Either language's page stands for both."""

    related_page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("related_page")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("related page")

    def __str__(self) -> str:
        return str(self.related_page)


def topic_references(links: Any) -> list[TopicRef]:
    """The topics of a page."""
    return [Reference(link.topic.public_key(), fallback=True) for link in links.all()]


def page_references(links: Any) -> list[PageRef]:
    """The related pages; in a language in which one is not public, it is left out."""
    return [Reference(f"page:{link.related_page.translation_key}") for link in links.all()]
