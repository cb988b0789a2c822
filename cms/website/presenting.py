"""From a content item to a page: which template shows a type, and what it needs beside the item."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from cms.website import event_facts, home_sections, indexes
from cms.website.asking import Asking
from cms.website.frame import Frame, frame
from cms.website.metadata import describe
from cms.website.templatetags.words import language_of

Context = dict[str, Any]
Presenter = Callable[[Context, Frame, Asking], Context]


@dataclass(frozen=True, slots=True)
class Shown:
    """A rendered page and its HTTP status."""

    html: str
    status: int = 200


def _release(item: Context, around: Frame, asking: Asking) -> Context:
    corrections = item.get("corrections") or []
    return {"latest_correction": max(corrections, key=lambda block: block["value"]["date"], default=None)}


def _home(item: Context, around: Frame, asking: Asking) -> Context:
    return {"sections": home_sections.sections(item, around, asking)}


def _plain(item: Context, around: Frame, asking: Asking) -> Context:
    return {}


PRESENTERS: dict[str, tuple[str, Presenter]] = {
    "home.HomePage": ("home.html", _home),
    "news.NewsIndexPage": ("listing.html", indexes.news),
    "news.NewsReleasePage": ("release.html", _release),
    "news.EventIndexPage": ("listing.html", indexes.events),
    "news.EventPage": ("event.html", event_facts.facts),
    "media_library.MediaIndexPage": ("media_index.html", indexes.videos),
    "media_library.VideoCollectionPage": ("collection.html", _plain),
    "media_library.Video": ("video.html", _plain),
    "vocabulary.Topic": ("vocabulary.html", indexes.about),
    "vocabulary.Person": ("vocabulary.html", indexes.about),
    "vocabulary.Place": ("vocabulary.html", indexes.about),
}


# Fields whose parts are written out one by one, each in the language of the field.
STRUCTURED = ("body", "contacts", "corrections", "hero_caption", "programme", "shotlist", "transcript")


def show(item: Context, asking: Asking, *, draft: bool = False) -> Shown:
    """The page of a content item (a payload with relative addresses), in the item's language, which must be active."""
    template, presenter = PRESENTERS[item["meta"]["type"]]
    locale = item["meta"]["locale"]
    around = frame(locale, item["meta"]["html_url"] or asking.path, item)
    extra = presenter(item, around, asking)
    listing = extra.get("listing")
    if not draft:
        describe(around, item, listing.page_query if listing else "")
        around.indexed = not (listing and (listing.filtered or listing.status != 200))
    context = {
        "item": item,
        "locale": locale,
        "frame": around,
        "asking": asking,
        "draft": draft,
        **{f"{name}_language": language_of(item, name) for name in STRUCTURED},
        **extra,
    }
    html = render_to_string(f"website/{template}", context)
    return Shown(html, listing.status if listing else 200)
