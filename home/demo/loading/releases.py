"""Releases of the demo, in one language at a time."""

from typing import Any

from home.demo.loading.bodies import Raw, StreamWriter
from home.demo.loading.identities import identity
from home.demo.loading.newsroom import Newsroom, either
from home.demo.loading.publishing import with_rows
from home.demo.loading.source import Item, items
from news.models import (
    NewsReleasePage,
    ReleaseDocument,
    ReleaseRelated,
    ReleaseSpeaker,
    ReleaseTopic,
)


def build_release(newsroom: Newsroom, item: Item, language: str) -> NewsReleasePage:
    """A release in one language, unsaved."""
    writer = StreamWriter(newsroom, item["key"], language)
    # Where the body stays in its own language, both pages carry the same words.
    body_writer = StreamWriter(newsroom, item["key"], body_language(item, language))
    released = newsroom.calendar.moment(item["released"])
    page = NewsReleasePage(
        kind=item["kind"],
        number=f"({released.year}) {item['number']:03d}" if "number" in item else "",
        place=newsroom.places[item["place"], language] if "place" in item else None,
        released_at=released,
        lead=writer.say(item["lead"]),
        byline=writer.say(item.get("byline")),
        body=body_writer.body(item["body"]),
        contacts=contacts(writer, item),
        corrections=writer.stream("corrections", "correction", _corrections(newsroom, item, writer)),
        **hero(newsroom, item, writer),
    )
    speakers = [
        ReleaseSpeaker(
            **row(newsroom, item, "speaker", number, language),
            person=writer.person(speaker["person"]),
            role=writer.say(speaker.get("role")) or writer.person(speaker["person"]).role,
        )
        for number, speaker in enumerate(item.get("speakers", []))
    ]
    documents = [
        ReleaseDocument(
            **row(newsroom, item, "document", number, language),
            document=newsroom.documents[document, language],
        )
        for number, document in enumerate(item.get("documents", []))
    ]
    page.tags = item.get("tags", [])
    return with_rows(
        page,
        speaker_links=speakers,
        topic_links=topics(newsroom, item, language, ReleaseTopic),
        document_links=documents,
        related_links=related(newsroom, item, language, ReleaseRelated),
    )


def body_language(item: Item, language: str) -> str:
    """The language of the body on the page in ``language``, by the item's regime."""
    if item["regime"] == "summary":
        return str(item["original"])
    return str(item.get("body_language", language))


def _corrections(newsroom: Newsroom, item: Item, writer: StreamWriter) -> list[Raw]:
    return [
        {"date": newsroom.calendar.day(note["date"]).isoformat(), "text": writer.rich(note["text"])}
        for note in item.get("corrections", [])
    ]


def contacts(writer: StreamWriter, item: Item) -> list[Raw]:
    """Whom journalists can ask."""
    known = {contact["key"]: contact for contact in items("contacts")}
    return writer.stream(
        "contacts",
        "contact",
        [
            {
                "name": known[key]["name"],
                "role": writer.say(known[key]["role"]),
                "email": known[key]["email"],
                "phone": known[key]["phone"],
            }
            for key in item.get("contacts", [])
        ],
    )


def hero(newsroom: Newsroom, item: Item, writer: StreamWriter) -> dict[str, Any]:
    """The picture at the head."""
    written = item["hero"]
    return {
        "hero_image": newsroom.images[written["image"]],
        "hero_alt": writer.say(written.get("alt")),
        "hero_caption": writer.say(written.get("caption")),
    }


def row(newsroom: Newsroom, item: Item, kind: str, number: int, language: str) -> dict[str, Any]:
    """What a translatable row under a page begins with."""
    return {
        "locale": newsroom.locales[language],
        "translation_key": identity(kind, item["key"], number),
        "sort_order": number,
    }


def topics(newsroom: Newsroom, item: Item, language: str, model: Any) -> list[Any]:
    """The topics of a page."""
    return [
        model(**row(newsroom, item, "topic", number, language), topic=newsroom.topics[topic, language])
        for number, topic in enumerate(item.get("topics", []))
    ]


def related(newsroom: Newsroom, item: Item, language: str, model: Any) -> list[Any]:
    """The related pages."""
    pages = [either(newsroom.pages, key, language) for key in item.get("related", [])]
    return [model(related_page=page, sort_order=number) for number, page in enumerate(pages) if page]
