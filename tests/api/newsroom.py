"""The newsroom that the interface's tests read: made through the models, published, brought into the store.

Every English text begins with EN:, every French one with FR:, so that a test can tell a word out of place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction

from cms.store import ready
from cms.store.following import follow
from cms.vocabulary.models import Person, Place, Topic
from home.setup import setup_site
from media_library.models import (
    CollectionVideo,
    MediaIndexPage,
    PressDocument,
    PressImage,
    Video,
    VideoCollectionPage,
    VideoText,
)
from news.models import EventIndexPage, EventPage, EventSlot, NewsIndexPage, NewsReleasePage, ReleaseDocument
from news.models.release_parts import ReleaseRelated, ReleaseSpeaker, ReleaseTopic

LANGUAGES = ("en", "fr")
FIRST_DAY = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
PAIRS = 10


@dataclass
class Newsroom:
    """What was made. ``releases``: (English id, French id), from the oldest."""

    releases: list[tuple[int, int]] = field(default_factory=list)
    topics: dict[str, Topic] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    collection: tuple[int, int] = (0, 0)
    french_only: int = 0
    # Ids that must look like ids that never were: draft, restricted, gone, awaiting their instant.
    hidden: list[int] = field(default_factory=list)
    image: int = 0
    hidden_image: int = 0
    document: int = 0
    video: int = 0
    french_video: int = 0
    redirect: int = 0
    events: dict[str, tuple[int, int]] = field(default_factory=dict)


def build() -> Newsroom:
    """Make the newsroom in the present database, whose homes and sections stand already or are made now."""
    setup_site()
    made = Newsroom()
    image, document = _image("shown"), _document()
    made.image, made.document, made.hidden_image = image.pk, document.pk, _image("unused").pk
    made.topics = _named(Topic, ("Sea", "Mer"))
    made.people = _named(Person, ("Ann", "Ann"))
    made.places = _named(Place, ("Harbour", "Port"))
    for number in range(PAIRS):
        made.releases.append(_release_pair(made, number, image, document))
    news = _section(NewsIndexPage, "fr")
    only = NewsReleasePage(
        title="FR: Seul", slug="seul", kind="statement", released_at=_day(30), locale=_locale("fr")
    )
    made.french_only = _published(news, only).pk
    _hidden(made)
    _videos(made, image)
    _events(made)
    made.redirect = Redirect.add_redirect("/old-news", Page.objects.get(pk=made.releases[0][1])).pk
    follow()
    ready.make()
    return made


def _locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def _section(model: type[Page], code: str) -> Page:
    return model.objects.get(locale__language_code=code)


def _day(number: int) -> datetime:
    return FIRST_DAY + timedelta(days=number)


def _published(parent: Page, page: Page) -> Page:
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return page


def _image(name: str) -> PressImage:
    data = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(data, "PNG")
    texts = {
        f"{field}_{code}": f"{code.upper()}: {field}"
        for field in ("alt", "caption", "credit")
        for code in LANGUAGES
    }
    return PressImage.objects.create(title=name, file=ContentFile(data.getvalue(), f"{name}.png"), **texts)


def _document() -> PressDocument:
    texts = {"title_en": "EN: Annex", "title_fr": "FR: Annexe"}
    return PressDocument.objects.create(title="annex", file=ContentFile(b"%PDF-1.4", "annex.pdf"), **texts)


def _named(model: type[Any], names: tuple[str, str]) -> dict[str, Any]:
    english = model.objects.create(name=f"EN: {names[0]}", slug=names[0].lower(), locale=_locale("en"))
    key = english.translation_key
    french = model.objects.create(
        name=f"FR: {names[1]}", slug=names[1].lower(), locale=_locale("fr"), translation_key=key
    )
    return {"en": english, "fr": french}


def _release_pair(made: Newsroom, number: int, image: PressImage, document: PressDocument) -> tuple[int, int]:
    ids: list[int] = []
    key = None
    for code in LANGUAGES:
        tag = code.upper()
        page = NewsReleasePage(
            title=f"{tag}: Release {number:02}",
            slug=f"release-{number}" if code == "en" else f"communique-{number}",
            kind="press_release" if number % 2 else "statement",
            lead=f"{tag}: lead",
            released_at=_day(number),
            locale=_locale(code),
            hero_image=image,
            body=[("heading", {"text": f"{tag}: heading", "level": "h2"})],
        )
        if key:
            page.translation_key = key
        if number < 3:
            page.topic_links = [ReleaseTopic(topic=made.topics[code], locale=_locale(code))]
            page.tags.add("exercise-1", "Élan")
        if number and number < 3:
            page.related_links = [ReleaseRelated(related_page_id=made.releases[number - 1][0])]
        if number == 0:
            page.document_links = [
                ReleaseDocument(document=document, title=f"{tag}: annex", locale=_locale(code))
            ]
        if number == 4:
            page.place = made.places[code]
            page.speaker_links = [ReleaseSpeaker(person=made.people[code], locale=_locale(code))]
        _published(_section(NewsIndexPage, code), page)
        key = page.translation_key
        ids.append(page.pk)
    return ids[0], ids[1]


def _hidden(made: Newsroom) -> None:
    """Pages that nobody may know of, each in another state."""
    news = _section(NewsIndexPage, "en")
    draft = NewsReleasePage(
        title="CANARY draft", slug="draft", released_at=_day(1), locale=_locale("en"), live=False
    )
    Page.objects.get(pk=news.pk).add_child(instance=draft)
    made.hidden.append(draft.pk)
    for state in ("restricted", "withdrawn", "expired"):
        page = NewsReleasePage(title=f"CANARY {state}", slug=state, released_at=_day(1), locale=_locale("en"))
        _published(news, page)
        made.hidden.append(page.pk)
        if state == "restricted":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        elif state == "withdrawn":
            NewsReleasePage.objects.get(pk=page.pk).unpublish()
        else:
            NewsReleasePage.objects.filter(pk=page.pk).update(live=False, expired=True)
    later = NewsReleasePage(
        title="CANARY embargo", slug="embargo", released_at=_day(1), locale=_locale("en"), live=False,
        go_live_at=timezone.now() + timedelta(days=2),
    )  # fmt: skip
    Page.objects.get(pk=news.pk).add_child(instance=later)
    later.save_revision().publish()
    made.hidden.append(later.pk)


def _videos(made: Newsroom, image: PressImage) -> None:
    both = Video.objects.create(working_title="CANARY working title", poster=image)
    french = Video.objects.create(working_title="CANARY French")
    for video, codes in ((both, LANGUAGES), (french, ("fr",))):
        for code in codes:
            _text(video, code).save_revision().publish()
    made.video, made.french_video = both.pk, french.pk
    ids = []
    key = None
    for code in LANGUAGES:
        page = VideoCollectionPage(
            title=f"{code.upper()}: Collection", slug="collection", locale=_locale(code)
        )
        if key:
            page.translation_key = key
        page.video_links = [CollectionVideo(video=both)]
        ids.append(_published(_section(MediaIndexPage, code), page).pk)
        key = page.translation_key
    made.collection = (ids[0], ids[1])


def _text(video: Video, code: str) -> VideoText:
    tag = code.upper()
    text = VideoText(
        video=video, title=f"{tag}: Video", transcript=f"{tag}: words", locale=_locale(code), live=False
    )
    text.save()
    return text


def _events(made: Newsroom) -> None:
    today = timezone.localdate()
    for name, days in (("past", -10), ("next", 3), ("later", 30)):
        ids = []
        key = None
        for code in LANGUAGES:
            page = EventPage(
                title=f"{code.upper()}: Event {name}", slug=name, kind="meeting", locale=_locale(code)
            )
            if key:
                page.translation_key = key
            page.time_slots = [
                EventSlot(
                    date=today + timedelta(days=days), label=f"{code.upper()}: slot", locale=_locale(code)
                )
            ]
            _published(_section(EventIndexPage, code), page)
            key = page.translation_key
            ids.append(page.pk)
        made.events[name] = (ids[0], ids[1])


def texts_of(value: Any) -> Sequence[str]:
    """Every text in an answer, at any depth."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts_of(part)]
