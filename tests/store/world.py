"""A small newsroom in which everything refers to everything, and questions to ask of it from a second connection."""

from dataclasses import dataclass, fields
from datetime import date, time
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Locale, Page

from cms.store import reading, ready, rebuilding
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
from news.models import EventIndexPage, EventPage, EventSlot, NewsIndexPage, NewsReleasePage, ReleaseDocument
from news.models.release_parts import ReleaseRelated, ReleaseSpeaker, ReleaseTopic


@dataclass
class World:
    """What was made: pairs by language, and what has no language."""

    image: PressImage
    document: PressDocument
    video: Video
    topic: dict[str, Topic]
    person: dict[str, Person]
    place: dict[str, Place]
    first: dict[str, NewsReleasePage]
    second: dict[str, NewsReleasePage]
    event: dict[str, EventPage]
    collection: dict[str, VideoCollectionPage]
    text: dict[str, VideoText]

    def again(self) -> "World":
        """The same rows, read again."""

        def read(obj: Any) -> Any:
            return type(obj)._default_manager.get(pk=obj.pk)

        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return World(
            **{
                name: {code: read(obj) for code, obj in value.items()}
                if isinstance(value, dict)
                else read(value)
                for name, value in values.items()
            }
        )

    def english(self, name: str) -> Any:
        """The English one of a pair, read again."""
        obj = getattr(self, name)["en"]
        return type(obj).objects.get(pk=obj.pk)


def locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def section(model: type[Page], code: str) -> Any:
    return model.objects.get(locale__language_code=code)


def published(parent: Page, page: Any) -> Any:
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return page


def pair(make: Any) -> dict[str, Any]:
    """``make(code)`` in both languages, sharing a translation key."""
    made: dict[str, Any] = {}
    for code in ("en", "fr"):
        made[code] = make(code, next(iter(made.values())).translation_key if made else None)
    return made


def keyed(obj: Any, key: Any) -> Any:
    if key:
        obj.translation_key = key
    return obj


def word(model: Any, name: str) -> dict[str, Any]:
    def make(code: str, key: Any) -> Any:
        obj = keyed(model(name=f"{code.upper()} {name}", slug=name.lower(), locale=locale(code)), key)
        obj.save()
        return obj

    return pair(make)


def quotation(speaker: Person) -> dict[str, Any]:
    return {"text": "<p>words</p>", "speaker": speaker, "speaker_name": "", "role": "", "source_url": ""}


def build() -> World:
    data = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(data, "PNG")
    image = PressImage.objects.create(
        title="image", file=ContentFile(data.getvalue(), "i.png"), alt_en="Alt", alt_fr="Texte"
    )
    document = PressDocument.objects.create(
        title="document", file=ContentFile(b"%PDF-1.4", "d.pdf"), title_en="Annex", title_fr="Annexe"
    )
    topic, person, place = word(Topic, "Sea"), word(Person, "Speaker"), word(Place, "Port")
    video = Video.objects.create(working_title="video", poster=image, place=place["en"])
    VideoTopic.objects.create(video=video, topic=topic["en"])

    def text(code: str, key: Any) -> VideoText:
        made = VideoText(
            video=video, title=f"{code} video", description="<p>x</p>", locale=locale(code), live=False
        )
        made.save()
        made.shotlist_rows = [
            ShotlistRow(
                in_point="00:00:01", out_point="00:00:02", description=f"{code} shot", locale=locale(code)
            )
        ]
        made.save()
        made.save_revision().publish()
        return made

    texts = pair(text)

    def first(code: str, key: Any) -> NewsReleasePage:
        page = NewsReleasePage(
            title=f"{code} first",
            slug=f"first-{code}",
            released_at=timezone.now(),
            locale=locale(code),
            lead="lead",
        )
        return published(section(NewsIndexPage, code), keyed(page, key))

    firsts = pair(first)

    def second(code: str, key: Any) -> NewsReleasePage:
        page = NewsReleasePage(
            title=f"{code} second",
            slug=f"second-{code}",
            released_at=timezone.now(),
            locale=locale(code),
            hero_image=image,
            place=place[code],
            body=[
                ("rich_text", {"text": f'<p><a linktype="page" id="{firsts[code].pk}">first</a> '
                                       f'<a linktype="document" id="{document.pk}">annex</a></p>'}),
                ("quotation", quotation(person[code])),
                ("image", {"image": image, "caption": "", "credit": "", "alt_text": "", "decorative": False}),
                ("video", {"video": video, "in_point": "", "out_point": "", "caption": ""}),
            ],
        )  # fmt: skip
        page.topic_links = [ReleaseTopic(topic=topic[code], locale=locale(code))]
        page.speaker_links = [ReleaseSpeaker(person=person[code], role="role", locale=locale(code))]
        page.document_links = [ReleaseDocument(document=document, locale=locale(code))]
        page.related_links = [ReleaseRelated(related_page_id=firsts[code].pk)]
        page.tags.add("tag-one")
        return published(section(NewsIndexPage, code), keyed(page, key))

    seconds = pair(second)

    def event(code: str, key: Any) -> EventPage:
        page = EventPage(title=f"{code} event", slug=f"event-{code}", locale=locale(code), place=place[code])
        page.time_slots = [
            EventSlot(date=date(2027, 3, 1), start_time=time(9), label="slot", locale=locale(code))
        ]
        return published(section(EventIndexPage, code), keyed(page, key))

    def collection(code: str, key: Any) -> VideoCollectionPage:
        page = VideoCollectionPage(title=f"{code} collection", slug=f"collection-{code}", locale=locale(code))
        page.video_links = [CollectionVideo(video=video)]
        return published(section(MediaIndexPage, code), keyed(page, key))

    world = World(
        image, document, video, topic, person, place, firsts, seconds, pair(event), pair(collection), texts
    )
    home = section(HomePage, "en")
    home.sections = [("lead_story", {"page": firsts["en"]})]
    home.save_revision().publish()
    follow()
    ready.make()
    return world


def differences() -> list[rebuilding.Difference]:
    """What a fresh rendering says otherwise than the store."""
    return rebuilding.check(lambda _done: None)


def answers() -> dict[str, Any]:
    """All that readers can see now, by address or key and language, over the readers' own connection."""
    return {
        f"{item.path or item.object_key}|{item.locale}": item.data for item in reading.fetch("1 = 1", base="")
    }


def everything() -> str:
    """All that readers can see now, as one text: filled for the answer, and what is ready."""
    found = [*reading.fetch("1 = 1", base=""), *reading.fetch_ready("1 = 1", (), base="")]
    return "\n".join(item.text for item in found)
