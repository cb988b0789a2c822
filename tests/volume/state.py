"""Everything that a run makes, the numbers of rows left out, so that two databases can be compared."""

import json
import re
from typing import Any

from cms.store.models import ContentItem, Facet, SearchEntry
from news.models import NewsReleasePage

LINK = re.compile(r'linktype=\\"page\\" id=\\"(\d+)\\"')


def state() -> dict[str, Any]:
    """Pages by address with their rows, and the items of the store by object and language."""
    pages = NewsReleasePage.objects.select_related("locale", "place", "hero_image").prefetch_related(
        "topic_links__topic", "speaker_links__person", "related_links__related_page", "tagged_items__tag"
    )
    slugs = {page.pk: page.slug for page in pages}
    return {
        "pages": {page.url_path: _written(page, slugs) for page in pages},
        "order": [page.url_path for page in pages.order_by("path")],
        "items": set(ContentItem.objects.values_list("object_key", "locale", "path")),
        "words": set(SearchEntry.objects.values_list("locale", "title", "lead", "words")),
        # A picture has no date of its own: in the store it is that of its writing.
        "dates": set(ContentItem.objects.exclude(when_used=True).values_list("object_key", "locale", "date")),
        "facets": set(Facet.objects.values_list("item__path", "facet", "value")),
    }


def _written(page: NewsReleasePage, slugs: dict[int, str]) -> tuple[Any, ...]:
    body = json.dumps([(block["type"], _named(block["value"])) for block in page.body.raw_data])
    return (
        *(str(page.translation_key), page.title, page.lead, page.kind, page.number, page.byline, page.live),
        *(page.released_at, page.first_published_at, page.last_published_at, page.latest_revision_created_at),
        *(page.original_language, page.language_regime, page.body_language),
        page.place.name if page.place else "",
        page.hero_image.title if page.hero_image else "",
        *[link.topic.name for link in page.topic_links.all()],
        *[(link.person.name, link.role) for link in page.speaker_links.all()],
        *[link.related_page.slug for link in page.related_links.all()],
        *sorted(item.tag.name for item in page.tagged_items.all()),
        *[str(link.translation_key) for link in page.topic_links.all()],
        page.revisions.count(),
        LINK.sub(lambda match: slugs[int(match[1])], body),
        json.dumps([list(page.contacts.raw_data), list(page.corrections.raw_data)]),
    )


def _named(value: Any) -> Any:
    """A block's value without the numbers of what it chooses."""
    if isinstance(value, dict):
        return {name: _named(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_named(part) for part in value]
    return "chosen" if isinstance(value, int) and not isinstance(value, bool) else value
