"""The home pages of the demo and the leads of their sections."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from home.demo.loading.bodies import Raw, StreamWriter
from home.demo.loading.newsroom import LANGUAGES, Newsroom
from home.demo.loading.publishing import backdate
from home.demo.loading.source import Item, read
from home.models import HomePage
from media_library.models import MediaIndexPage
from news.models import EventIndexPage, NewsIndexPage

# When the newsroom of the demo opened.
OPENED = {"date": "w-26mon", "time": "09:00"}
INDEXES = {"news": NewsIndexPage, "events": EventIndexPage, "videos": MediaIndexPage}


@transaction.atomic
def load_front(newsroom: Newsroom) -> None:
    """Fill the home pages and the leads of the sections where nobody has written anything."""
    written = read("home")
    for language in LANGUAGES:
        home = HomePage.objects.get(locale=newsroom.locales[language])
        if not home.sections:
            home.title = newsroom.say(written["title"], language)
            home.strapline = newsroom.say(written["strapline"], language)
            home.sections = _sections(newsroom, written["sections"], language)
            _publish(newsroom, home, language)
        for name, model in INDEXES.items():
            index: Any = model.objects.get(locale=newsroom.locales[language])
            if not index.lead:
                index.lead = newsroom.say(written["leads"][name], language)
                _publish(newsroom, index, language)


def _publish(newsroom: Newsroom, page: Page, language: str) -> None:
    author = newsroom.editor(language)
    page.save_revision(user=author).publish(user=author, skip_permission_checks=True)
    at = newsroom.calendar.moment(OPENED)
    backdate(page, at, at)


def _sections(newsroom: Newsroom, sections: list[Item], language: str) -> list[Raw]:
    writer = StreamWriter(newsroom, "home", language)
    raw = []
    for number, section in enumerate(sections):
        ((kind, value),) = section.items()
        raw += writer.stream(f"sections/{number}", kind, [_section(newsroom, writer, kind, value, number)])
    return raw


def _section(newsroom: Newsroom, writer: StreamWriter, kind: str, value: Item, number: int) -> Raw:
    language = writer.language
    if kind == "lead_story":
        return {"page": newsroom.pages[value["page"], language].pk}
    section: Raw = {"title": writer.say(value["title"])}
    if kind == "latest":
        topic = newsroom.topics[value["topic"], language].pk if "topic" in value else None
        return section | {"kind": value.get("kind", ""), "topic": topic, "count": value["count"]}
    if kind == "featured_media":
        videos = writer.listed(
            f"sections/{number}/videos", (newsroom.videos[key].pk for key in value["videos"])
        )
        return section | {"videos": videos, "collection": newsroom.pages[value["collection"], language].pk}
    return section | {"count": value["count"]}
