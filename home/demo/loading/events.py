"""Events of the demo, in one language at a time."""

from datetime import datetime, time
from typing import Any

from home.demo.loading.bodies import Raw, StreamWriter
from home.demo.loading.newsroom import Newsroom
from home.demo.loading.publishing import with_rows
from home.demo.loading.releases import contacts, hero, related, row, topics
from home.demo.loading.source import Item
from news.models import EventPage, EventRelated, EventSlot, EventTopic


def build_event(newsroom: Newsroom, item: Item, language: str) -> EventPage:
    """An event in one language, unsaved."""
    writer = StreamWriter(newsroom, item["key"], language)
    venue, accreditation = item["venue"], item.get("accreditation", {})
    latitude, longitude = venue["at"]
    page = EventPage(
        kind=item["kind"],
        state=item["state"],
        lead=writer.say(item["lead"]),
        body=writer.body(item["body"]),
        time_zone=item["time_zone"],
        venue_name=writer.say(venue["name"]),
        venue_address=writer.say(venue["address"]),
        place=newsroom.places[item["place"], language],
        latitude=latitude,
        longitude=longitude,
        accreditation_opens=_moment(newsroom, accreditation.get("opens"), item["time_zone"]),
        accreditation_closes=_moment(newsroom, accreditation.get("closes"), item["time_zone"]),
        accreditation_note=writer.rich(accreditation.get("note")),
        accreditation_url=accreditation.get("url", ""),
        stream_url=item.get("stream_url", ""),
        interpretation_codes=", ".join(item.get("interpretation", [])),
        programme=writer.stream("programme", "programme_item", _programme(item, writer)),
        contacts=contacts(writer, item),
        **hero(newsroom, item, writer),
    )
    slots = [
        EventSlot(
            **row(newsroom, item, "slot", number, language),
            label=writer.say(slot["label"]),
            date=newsroom.calendar.day(slot["date"], item["time_zone"]),
            start_time=_time(slot.get("start")),
            end_date=newsroom.calendar.day(slot["end_date"]) if "end_date" in slot else None,
            end_time=_time(slot.get("end")),
            fold=slot.get("fold", ""),
        )
        for number, slot in enumerate(item["slots"])
    ]
    return with_rows(
        page,
        time_slots=slots,
        topic_links=topics(newsroom, item, language, EventTopic),
        related_links=related(newsroom, item, language, EventRelated),
    )


def _programme(item: Item, writer: StreamWriter) -> list[Raw]:
    return [
        {
            "time": point["time"],
            "title": writer.say(point["title"]),
            "description": writer.rich(point.get("description")),
            "speakers": writer.listed(
                f"programme/{number}", (writer.person(key).pk for key in point.get("speakers", []))
            ),
        }
        for number, point in enumerate(item.get("programme", []))
    ]


def _time(written: str | None) -> time | None:
    return time.fromisoformat(written) if written else None


def _moment(newsroom: Newsroom, written: Any, zone: str) -> datetime | None:
    return newsroom.calendar.moment(written, zone) if written else None
