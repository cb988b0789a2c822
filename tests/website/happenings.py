"""The events of the website's newsroom: to come, going on, past, cancelled, postponed."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from media_library.models import PressImage
from news.models import EventIndexPage, EventPage, EventSlot
from news.models.event_parts import EventTopic
from tests.website.bodies import contact
from tests.website.making import LANGUAGES, Newsroom, Pair, locale, pages


def make_events(room: Newsroom, image: PressImage, topic: Pair, person: Pair, place: Pair) -> None:
    today = timezone.localdate()
    label = {"en": "Doors open", "fr": "Ouverture des portes"}
    shown = (
        (
            "event",
            5,
            "scheduled",
            {"en": "Press conference of the Council", "fr": "Conférence de presse du Conseil"},
        ),
        ("cancelled", 6, "cancelled", {"en": "Visit to the ship", "fr": "Visite du navire"}),
        ("postponed", 7, "postponed", {"en": "Ceremony on the quay", "fr": "Cérémonie sur le quai"}),
        ("past", -20, "scheduled", {"en": "Meeting in the past", "fr": "Réunion passée"}),
        ("ongoing", -1, "scheduled", {"en": "Exercise at sea", "fr": "Exercice en mer"}),
    )
    for name, days, state, titles in shown:
        texts: dict[str, dict[str, Any]] = {}
        for code in LANGUAGES:
            slot = EventSlot(date=today + timedelta(days=days), locale=locale(code), label=label[code])
            if name == "ongoing":
                slot.end_date = today + timedelta(days=3)
            elif name != "past":
                slot.start_time, slot.end_time = (
                    datetime(2026, 1, 1, 9, 30).time(),
                    datetime(2026, 1, 1, 11).time(),
                )
            texts[code] = {
                "title": titles[code],
                "slug": f"{name}-{code}",
                "time_slots": [slot],
                "place": place[code],
                "venue_name": {"en": "The Council building", "fr": "Le bâtiment du Conseil"}[code],
                "accreditation_note": {
                    "en": "<p>Badge holders need none.</p>",
                    "fr": "<p>Les titulaires d’un badge en sont dispensés.</p>",
                }[code],
                "programme": [
                    (
                        "programme_item",
                        {
                            "time": datetime(2026, 1, 1, 9, 30).time(),
                            "title": {"en": "Opening of the session", "fr": "Ouverture de la séance"}[code],
                            "description": "",
                            "speakers": [person[code]],
                        },
                    )
                ],
                "topic_links": [EventTopic(topic=topic[code], locale=locale(code))],
                "contacts": [("contact", contact(code))],
            }
        room.add(
            name,
            pages(
                EventIndexPage,
                EventPage,
                texts,
                kind="press_conference" if name == "event" else "meeting",
                state=state,
                hero_image=image if name == "event" else None,
                latitude=51.2194,
                longitude=4.4025,
                accreditation_opens=timezone.now() - timedelta(days=1),
                accreditation_closes=timezone.now() + timedelta(days=2),
                accreditation_url="https://accreditation.example.org/",
                stream_url="https://live.example.org/",
                interpretation_codes="en, fr, uk",
            ),
        )
