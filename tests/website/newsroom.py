"""A newsroom in real words of both languages, so that a page that speaks the wrong one is found out."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.contrib.redirects.models import Redirect

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
from news.models import EventIndexPage, NewsIndexPage
from tests.website.happenings import make_events
from tests.website.making import LANGUAGES, Newsroom, Pair, locale, pages, section, words
from tests.website.releases import make_releases


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
    make_releases(room, image, document, video, topic, person, place)
    make_events(room, image, topic, person, place)
    _collection(room, video)
    _home(room, video)
    for language in LANGUAGES:
        Redirect.add_redirect(f"/{language}/old-address", section(NewsIndexPage, language))
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
