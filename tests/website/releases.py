"""The releases of the website's newsroom: of each regime, and in one language alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

from media_library.models import PressDocument, PressImage, Video
from news.models import NewsIndexPage, NewsReleasePage
from news.models.release_parts import ReleaseDocument, ReleaseRelated, ReleaseSpeaker, ReleaseTopic
from tests.website.bodies import body, contact
from tests.website.making import Newsroom, Pair, locale, pages


def make_releases(
    room: Newsroom,
    image: PressImage,
    document: PressDocument,
    video: Video,
    topic: Pair,
    person: Pair,
    place: Pair,
) -> None:
    at = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    rich: dict[str, dict[str, Any]] = {
        "en": {
            "title": "Allies agree a common watch",
            "slug": "watch",
            "lead": "The Allies will watch over the cables together.",
        },
        "fr": {
            "title": "Les Alliés conviennent d’une veille commune",
            "slug": "veille",
            "lead": "Les Alliés veilleront ensemble sur les câbles.",
        },
    }
    corrections = {
        "en": "<p>An earlier version named five ships; there are four.</p>",
        "fr": "<p>Une version antérieure mentionnait cinq navires ; il y en a quatre.</p>",
    }
    older = room.add(
        "older",
        pages(
            NewsIndexPage,
            NewsReleasePage,
            {
                "en": {"title": "Statement on the storm", "slug": "storm"},
                "fr": {"title": "Déclaration sur la tempête", "slug": "tempete"},
            },
            kind="statement",
            released_at=at - timedelta(days=30),
        ),
    )
    for code, own in rich.items():
        own.update(
            place=place[code],
            body=body(
                code, image=image, document=document, video=video, person=person[code], link=older[code].pk
            ),
            contacts=[("contact", contact(code))],
            corrections=[("correction", {"date": datetime(2026, 11, 26).date(), "text": corrections[code]})],
            topic_links=[ReleaseTopic(topic=topic[code], locale=locale(code))],
            speaker_links=[ReleaseSpeaker(person=person[code], locale=locale(code))],
            document_links=[ReleaseDocument(document=document, locale=locale(code))],
            related_links=[ReleaseRelated(related_page_id=older["en"].pk)],
        )
    room.add(
        "release",
        pages(
            NewsIndexPage,
            NewsReleasePage,
            rich,
            kind="press_release",
            number="(2026) 058",
            released_at=at,
            hero_image=image,
        ),
    )
    french_body = body(
        "fr", image=image, document=document, video=video, person=person["fr"], link=older["fr"].pk
    )
    room.add(
        "summary",
        pages(
            NewsIndexPage,
            NewsReleasePage,
            {
                "en": {"title": "Speech to the Forum", "slug": "forum"},
                "fr": {"title": "Discours au Forum", "slug": "forum-des-ports"},
            },
            kind="speech",
            released_at=at - timedelta(days=2),
            original_language="fr",
            language_regime="summary",
            body=french_body,
        ),
    )
    room.add(
        "english_only",
        pages(
            NewsIndexPage,
            NewsReleasePage,
            {
                "en": {
                    "title": "Notice to mariners",
                    "slug": "mariners",
                    "regime_reason": "It concerns one port.",
                }
            },
            kind="official_text",
            released_at=at - timedelta(days=3),
            language_regime="one_language",
        ),
    )
    room.add(
        "french_only",
        pages(
            NewsIndexPage,
            NewsReleasePage,
            {"fr": {"title": "Avis aux médias locaux", "slug": "medias-locaux"}},
            kind="media_advisory",
            released_at=at - timedelta(days=4),
        ),
    )
