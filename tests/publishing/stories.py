"""Pairs to publish, and what readers see of them."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Page

from cms.store.models import ContentItem
from cms.store.reading import fetch
from cms.vocabulary.models import Topic
from news.models import NewsIndexPage, NewsReleasePage
from tests.store.world import locale, section

LANGUAGES = ("en", "fr")


def draft_release(code: str, key: Any = None, **values: Any) -> NewsReleasePage:
    """A draft of a release in one language."""
    slug = uuid4().hex[:10]
    page = NewsReleasePage(
        **{
            "title": f"{code} {slug}", "slug": f"s-{slug}", "released_at": timezone.now(), "lead": f"{code} lead",
            "locale": locale(code), "live": False, "original_language": "en", **values,
        }
    )  # fmt: skip
    if key:
        page.translation_key = key
    parent = section(NewsIndexPage, code)
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision()
    return page


def draft_releases(**values: Any) -> dict[str, NewsReleasePage]:
    """Drafts of a release in both languages."""
    english = draft_release("en", **values)
    return {"en": english, "fr": draft_release("fr", english.translation_key, **values)}


def draft_topics() -> dict[str, Topic]:
    """Drafts of a topic in both languages."""
    key, made = uuid4(), {}
    for code in LANGUAGES:
        name = f"{code} {uuid4().hex[:10]}"
        topic = Topic(name=name, locale=locale(code), translation_key=key, live=False)
        topic.save()
        topic.save_revision()
        made[code] = topic
    return made


def public(obj: Any, at: datetime | None = None) -> set[str]:
    """The languages in which readers see ``obj``: now, or at an instant by the rows that stand ready."""
    if at is None:
        return {item.locale for item in fetch("c.object_key = %s", [obj.public_key()], base="")}
    rows = ContentItem.objects.filter(object_key=obj.public_key(), visible_from__lte=at)
    return {row.locale for row in rows if row.visible_until is None or row.visible_until > at}
