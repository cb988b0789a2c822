"""Releases, events and collections: built in both languages, published or in translation, in the order of their links."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.pages.locales import other
from cms.pages.models import BasePage
from cms.translation.slugs import slug_from
from home.demo.loading.events import build_event
from home.demo.loading.footage import build_collection
from home.demo.loading.identities import identity
from home.demo.loading.newsroom import LANGUAGES, Newsroom
from home.demo.loading.publishing import draft_page, publish_page
from home.demo.loading.releases import build_release
from home.demo.loading.source import Item, folder, items
from home.demo.loading.translating import begin, record
from media_library.models import MediaIndexPage
from news.models import EventIndexPage, NewsIndexPage

Builder = Callable[[Newsroom, Item, str], BasePage]
SHELVES: dict[str, tuple[Builder, type[BasePage]]] = {
    "release": (build_release, NewsIndexPage),
    "event": (build_event, EventIndexPage),
    "collection": (build_collection, MediaIndexPage),
}
_LINK = re.compile(r"\(item:([a-z-]+)\)")


def page_items() -> list[Item]:
    """All pages of the demo, each after those that it leads to. Raises ValueError for a circle."""
    found: dict[str, Item] = {}
    for shelf, written in (
        ("release", folder("releases")),
        ("event", folder("events")),
        ("collection", items("collections")),
    ):
        found |= {item["key"]: {"shelf": shelf, "regime": "both", **item} for item in written}
    ordered: dict[str, Item] = {}

    def put(key: str, path: tuple[str, ...]) -> None:
        if key in path:
            raise ValueError(f"A circle of links: {' → '.join((*path, key))}")
        if key not in ordered:
            for before in _leads_to(found[key]):
                put(before, (*path, key))
            ordered[key] = found[key]

    for key in found:
        put(key, ())
    return list(ordered.values())


def _leads_to(item: Item) -> Iterator[str]:
    yield from item.get("related", [])
    yield from _LINK.findall(repr(item))


@transaction.atomic
def load_page(newsroom: Newsroom, item: Item) -> None:
    """One item in the languages of its regime, unless it is there."""
    key = identity("page", item["key"])
    found = Page.objects.filter(translation_key=key).specific()
    pages = {page.locale.language_code: page for page in found} or _make(newsroom, item)
    # What is not public is linked to by nothing.
    newsroom.pages.update({(item["key"], language): page for language, page in pages.items() if page.live})


def _make(newsroom: Newsroom, item: Item) -> dict[str, Any]:
    original = item["original"]
    first = _built(newsroom, item, original)
    translator = newsroom.staff["translator"]
    if item.get("state") == "in_translation":
        draft = draft_page(first, _parent(newsroom, item, original), author=newsroom.editor(original))
        second = _built(newsroom, item, other(original))
        begin(draft, second, share=item["translated"], translator=translator)
        return {original: draft}
    at, changed = _dates(newsroom, item)
    pages = {}
    for language in [original] if item["regime"] == "one_language" else [original, other(original)]:
        pages[language] = publish_page(
            first if language == original else _built(newsroom, item, language),
            _parent(newsroom, item, language),
            author=newsroom.editor(language),
            at=at,
            changed=changed,
        )
    if len(pages) == len(LANGUAGES):
        record(pages[original], pages[other(original)], translator=translator, at=changed)
    return pages


def _built(newsroom: Newsroom, item: Item, language: str) -> BasePage:
    build, _parent_model = SHELVES[item["shelf"]]
    page = build(newsroom, item, language)
    page.title = newsroom.say(item["title"], language)
    page.slug = newsroom.say(item.get("slug"), language) or slug_from(page.title)
    page.locale = newsroom.locales[language]
    page.translation_key = identity("page", item["key"])
    page.original_language = item["original"]
    page.language_regime = item["regime"]
    page.body_language = item.get("body_language", "")
    page.regime_reason = newsroom.say(item.get("regime_reason"), language)
    return page


def _parent(newsroom: Newsroom, item: Item, language: str) -> BasePage:
    _build, model = SHELVES[item["shelf"]]
    parent: BasePage = model._default_manager.get(locale=newsroom.locales[language])
    return parent


def _dates(newsroom: Newsroom, item: Item) -> tuple[datetime, datetime]:
    """When the item was published, and when it was last changed: with its latest correction. Never later than now."""
    at = newsroom.calendar.moment(item["published"] if "published" in item else item["released"])
    corrected = [
        newsroom.calendar.moment({"date": note["date"], "time": "12:00"})
        for note in item.get("corrections", [])
    ]
    now = timezone.now()
    return min(at, now), min(max([at, *corrected]), now)
