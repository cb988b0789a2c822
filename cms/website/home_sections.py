"""The sections of the home page, each filled with what is public now."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from cms.website import labels
from cms.website.asking import Asking
from cms.website.frame import Frame
from search import agenda, site
from search.criteria import Criteria

RELEASE = "news.NewsReleasePage"
MOST = 24


@dataclass(slots=True)
class HomeSection:
    """A section with its cards. ``name`` is its heading where the editor wrote none."""

    id: str
    template: str
    value: dict[str, Any]
    name: str = ""
    cards: list[dict[str, Any]] = field(default_factory=list)
    more: str = ""
    more_words: str = ""
    # A list of one kind or topic repeats what stands above it: as headlines alone it does so lightly.
    compact: bool = False


def sections(item: dict[str, Any], frame: Frame, asking: Asking) -> list[HomeSection]:
    """The sections of the home page ``item``; those that would stand empty are left out.

    What leads the page is not listed again further down.
    """
    made: list[HomeSection] = []
    led: set[int] = set()
    for block in item.get("sections") or []:
        fill = FILLERS.get(block["type"])
        if fill is None:
            continue
        section = HomeSection(
            id=block["id"] or block["type"],
            template=f"website/sections/{block['type']}.html",
            value=block["value"],
        )
        fill(section, frame, asking, led)
        if block["type"] == "lead_story":
            led.update(card["id"] for card in section.cards)
        if section.cards or block["type"] == "next_events":
            made.append(section)
    return made


def _lead_story(section: HomeSection, frame: Frame, asking: Asking, led: set[int]) -> None:
    card = section.value.get("page")
    section.cards = [card] if card else []


def _latest(section: HomeSection, frame: Frame, asking: Asking, led: set[int]) -> None:
    kind, topic = section.value.get("kind") or "", section.value.get("topic")
    section.name = labels.kind(RELEASE, kind) if kind else _("Latest news")
    stored = site.page_at(topic["meta"]["html_url"]) if topic else None
    criteria = Criteria(
        types=(RELEASE,),
        locale=frame.locale,
        kinds=(kind,) if kind else (),
        topics=(stored.object_key.partition(":")[2],) if stored else (),
    )
    section.compact = bool(kind or topic)
    count = _count(section)
    found, _total = site.cards(criteria, limit=count + len(led))
    section.cards = [card for card in found if card["id"] not in led][:count] or found
    slug = topic["meta"]["slug"] if topic and topic["meta"]["locale"] == frame.locale else ""
    chosen = {name: value for name, value in (("kind", kind), ("topic", slug)) if value}
    _lead_on(
        section,
        frame,
        "news.NewsIndexPage",
        _("See all") if section.compact else _("More news"),
        urlencode(chosen),
    )


def _featured_media(section: HomeSection, frame: Frame, asking: Asking, led: set[int]) -> None:
    section.name = _("Videos")
    section.cards = list(section.value.get("videos") or [])
    collection = section.value.get("collection")
    if collection:
        stored = site.page_at(collection["meta"]["html_url"])
        known = {card["id"] for card in section.cards}
        chosen = stored.data.get("videos") or [] if stored else []
        section.cards += [card for card in chosen if card["id"] not in known]
        section.more, section.more_words = collection["meta"]["html_url"], _("The whole collection")
        if collection["meta"]["locale"] == frame.locale:
            section.name = collection["title"]
    else:
        _lead_on(section, frame, "media_library.MediaIndexPage", _("All videos"))
    section.cards = section.cards[: _count(section, default=6)]


def _next_events(section: HomeSection, frame: Frame, asking: Asking, led: set[int]) -> None:
    section.name = _("Next events")
    section.cards, _total = agenda.upcoming(
        Criteria(locale=frame.locale), asking.now, limit=_count(section, default=3)
    )
    _lead_on(section, frame, "news.EventIndexPage", _("All events"))


def _count(section: HomeSection, default: int = 6) -> int:
    return min(max(int(section.value.get("count") or default), 1), MOST)


def _lead_on(section: HomeSection, frame: Frame, index: str, words: str, query: str = "") -> None:
    url = next((entry.url for entry in frame.sections if entry.type == index), "")
    if url:
        section.more, section.more_words = f"{url}?{query}" if query else url, words


FILLERS: dict[str, Callable[[HomeSection, Frame, Asking, set[int]], None]] = {
    "lead_story": _lead_story,
    "latest": _latest,
    "featured_media": _featured_media,
    "next_events": _next_events,
}
