"""A newsroom in real words of both languages, so that a page that speaks the wrong one is found out."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Locale, Page

from cms.store.following import follow
from cms.vocabulary.models import Person, Place, Topic
from home.models import HomePage
from media_library.models import (
    CollectionVideo,
    MediaIndexPage,
    PressDocument,
    PressImage,
    ShotlistRow,
    Video,
    VideoCollectionPage,
    VideoText,
)
from media_library.models.videos import VideoTopic
from news.models import EventIndexPage, EventPage, EventSlot, NewsIndexPage, NewsReleasePage
from news.models.event_parts import EventTopic
from news.models.release_parts import ReleaseDocument, ReleaseRelated, ReleaseSpeaker, ReleaseTopic
from tests.website.bodies import body, contact

LANGUAGES = ("en", "fr")
Pair = dict[str, Any]


@dataclass
class Newsroom:
    """What was made, by name: pairs by language, each with its public path under ``paths``."""

    paths: dict[str, dict[str, str]] = field(default_factory=dict)
    made: dict[str, Pair] = field(default_factory=dict)

    def add(self, name: str, pair: Pair) -> Pair:
        self.made[name] = pair
        self.paths[name] = {code: obj.public_path(code) for code, obj in pair.items()}
        return pair


def locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def section(model: type[Page], code: str) -> Any:
    return model.objects.get(locale__language_code=code)


def published(parent: Page, page: Any) -> Any:
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def pages(parent: type[Page], model: type[Page], texts: dict[str, dict[str, Any]], **same: Any) -> Pair:
    """Pages under the section ``parent``, one for each language of ``texts``."""
    made: Pair = {}
    for code, own in texts.items():
        page = model(locale=locale(code), **same, **own)
        if made:
            page.translation_key = next(iter(made.values())).translation_key
        made[code] = published(section(parent, code), page)
    return made


def words(model: Any, texts: dict[str, dict[str, Any]], **same: Any) -> Pair:
    """Entries of the vocabulary."""
    made: Pair = {}
    for code, own in texts.items():
        obj = model(locale=locale(code), **same, **own)
        if made:
            obj.translation_key = next(iter(made.values())).translation_key
        obj.save()
        made[code] = obj
    return made


def build() -> Newsroom:
    """Make it in the present database, where homes and sections stand already."""
    room = Newsroom()
    image, document = _image(), _document()
    topic = room.add(
        "topic",
        words(
            Topic,
            {
                "en": {
                    "name": "Undersea cables",
                    "slug": "cables",
                    "description": "What lies on the seabed.",
                },
                "fr": {
                    "name": "Câbles sous-marins",
                    "slug": "cables-sous-marins",
                    "description": "Ce qui repose au fond des mers.",
                },
            },
        ),
    )
    person = room.add(
        "person",
        words(
            Person,
            {
                "en": {
                    "role": "Secretary General",
                    "biography": "<p>She is a lawyer and speaks for the Alliance.</p>",
                },
                "fr": {
                    "role": "Secrétaire générale",
                    "biography": "<p>Elle est juriste et parle pour l’Alliance.</p>",
                },
            },
            name="Astrid Vallencourt",
            portrait=image,
        ),
    )
    place = room.add(
        "place",
        words(
            Place,
            {
                "en": {"name": "Antwerp", "country": "Belgium"},
                "fr": {"name": "Anvers", "country": "Belgique"},
            },
            latitude=51.2194,
            longitude=4.4025,
        ),
    )
    video = _video(room, image, topic, place)
    _releases(room, image, document, video, topic, person, place)
    _events(room, image, topic, person, place)
    _collection(room, video)
    _home(room, video)
    follow()
    return room


def _image() -> PressImage:
    data = BytesIO()
    Image.new("RGB", (1600, 900), "navy").save(data, "PNG")
    return PressImage.objects.create(
        title="DSC_0001.png",
        file=ContentFile(data.getvalue(), "i.png"),
        alt_en="A ship in the harbour",
        alt_fr="Un navire dans le port",
        caption_en="The cable ship leaves the quay.",
        caption_fr="Le câblier quitte le quai.",
        credit_en="Five Capes Alliance",
        credit_fr="Alliance des Cinq Caps",
    )


def _document() -> PressDocument:
    return PressDocument.objects.create(
        title="annex.pdf",
        file=ContentFile(b"%PDF-1.4" + b" " * 1_432_000, "annex.pdf"),
        title_en="Factsheet on the cables",
        title_fr="Fiche d’information sur les câbles",
        language="mul",
    )


def _video(room: Newsroom, image: PressImage, topic: Pair, place: Pair) -> Video:
    video = Video.objects.create(
        working_title="working title of nobody's business",
        poster=image,
        place=place["en"],
        duration_seconds=155,
        filmed_on="2026-11-20",
        file=ContentFile(b"\0" * 64, "film.mp4"),
    )
    VideoTopic.objects.create(video=video, topic=topic["en"])
    texts = {
        "en": (
            "Ships at dawn",
            "<p>Four ships leave the harbour.</p>",
            "This is the harbour.",
            "A wide shot of the quay",
            "Not for the archive",
        ),
        "fr": (
            "Navires à l’aube",
            "<p>Quatre navires quittent le port.</p>",
            "Ici le port.",
            "Un plan large du quai",
            "Archivage exclu",
        ),
    }
    made: Pair = {}
    for code, (title, description, transcript, shot, note) in texts.items():
        text = VideoText(
            video=video,
            title=title,
            description=description,
            transcript=transcript,
            locale=locale(code),
            live=False,
        )
        text.save()
        text.shotlist_rows = [
            ShotlistRow(
                in_point="00:00:00",
                out_point="00:00:12.500",
                description=shot,
                rights_note=note,
                locale=locale(code),
            )
        ]
        text.save()
        text.save_revision().publish()
        made[code] = text
    room.add("video", made)
    return video


def _releases(
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


def _events(room: Newsroom, image: PressImage, topic: Pair, person: Pair, place: Pair) -> None:
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


def _collection(room: Newsroom, video: Video) -> None:
    texts: dict[str, dict[str, Any]] = {
        "en": {"title": "Footage of the sea", "slug": "sea", "description": "<p>Ships and the sea.</p>"},
        "fr": {"title": "Images de la mer", "slug": "mer", "description": "<p>Des navires et la mer.</p>"},
    }
    for own in texts.values():
        own["video_links"] = [CollectionVideo(video=video)]
    room.add("collection", pages(MediaIndexPage, VideoCollectionPage, texts))


def _home(room: Newsroom, video: Video) -> None:
    strapline = {"en": "News for the press.", "fr": "Des nouvelles pour la presse."}
    titles = {
        "en": ("Latest from the Alliance", "Footage for the press", "What comes next"),
        "fr": ("Les dernières de l’Alliance", "Des images pour la presse", "La suite"),
    }
    homes: Pair = {}
    for code in LANGUAGES:
        home = HomePage.objects.get(locale__language_code=code)
        latest, media, events = titles[code]
        home.title = {"en": "Newsroom of the Alliance", "fr": "Salle de presse de l’Alliance"}[code]
        home.strapline = strapline[code]
        home.sections = [
            ("lead_story", {"page": room.made["release"][code]}),
            ("latest", {"title": latest, "kind": "", "topic": None, "count": 6}),
            (
                "featured_media",
                {"title": media, "videos": [video], "collection": room.made["collection"][code]},
            ),
            ("next_events", {"title": events, "count": 3}),
        ]
        home.save_revision().publish()
        homes[code] = home
    room.add("home", homes)
    for name, model in (("news", NewsIndexPage), ("events", EventIndexPage), ("videos", MediaIndexPage)):
        room.add(name, {code: section(model, code) for code in LANGUAGES})
