"""Videos of the demo with their texts, and the collections that they stand in."""

from django.core.files.base import ContentFile
from django.db import transaction

from cms.pages.locales import other
from home.demo.films import FOLDER, SECONDS
from home.demo.loading.identities import identity
from home.demo.loading.newsroom import LANGUAGES, Newsroom
from home.demo.loading.publishing import publish_snippet, with_rows
from home.demo.loading.source import Item
from home.demo.loading.translating import record
from media_library.models import (
    CollectionVideo,
    ShotlistRow,
    Video,
    VideoCollectionPage,
    VideoText,
    VideoTopic,
)


@transaction.atomic
def load_video(newsroom: Newsroom, item: Item) -> None:
    """A video and its texts in both languages."""
    key = identity("videotext", item["key"])
    texts = {text.locale.language_code: text for text in VideoText.objects.filter(translation_key=key)}
    if not texts:
        texts = _make_texts(newsroom, item, _make_video(newsroom, item))
    newsroom.videos[item["key"]] = next(iter(texts.values())).video
    newsroom.texts.update({(item["key"], language): text for language, text in texts.items()})


def _make_video(newsroom: Newsroom, item: Item) -> Video:
    original = item["original"]
    video = Video(
        working_title=f"{item['code'].upper()} {newsroom.say(item['title'], original)}",
        file=ContentFile((FOLDER / item["film"]).read_bytes(), name=item["film"]),
        poster=newsroom.images[item["poster"]],
        duration_seconds=SECONDS,
        filmed_on=newsroom.calendar.day(item["filmed"]),
        place=newsroom.places[item["place"], original],
        rights=item["rights"],
    )
    topics = [
        VideoTopic(topic=newsroom.topics[topic, original], sort_order=number)
        for number, topic in enumerate(item["topics"])
    ]
    with_rows(video, topic_links=topics).save()
    return video


def _make_texts(newsroom: Newsroom, item: Item, video: Video) -> dict[str, VideoText]:
    original = item["original"]
    at = newsroom.calendar.moment({"date": item["filmed"], "time": "17:00"})
    texts = {}
    for language in sorted(LANGUAGES, key=lambda language: language != original):
        text = _text(newsroom, item, video, language)
        texts[language] = publish_snippet(text, author=newsroom.editor(language), at=at)
    record(texts[original], texts[other(original)], translator=newsroom.staff["translator"], at=at)
    return texts


def _text(newsroom: Newsroom, item: Item, video: Video, language: str) -> VideoText:
    def say(name: str) -> str:
        return newsroom.say(item[name], language)

    locale = newsroom.locales[language]
    text = VideoText(
        video=video,
        locale=locale,
        translation_key=identity("videotext", item["key"]),
        original_language=item["original"],
        title=say("title"),
        description=newsroom.rich(item["description"], language),
        transcript=say("transcript"),
        location=say("location"),
        credit=say("credit"),
        rights_note=say("rights_note"),
    )
    shots = [
        ShotlistRow(
            locale=locale,
            translation_key=identity("shot", item["key"], number),
            sort_order=number,
            in_point=shot["in"],
            out_point=shot["out"],
            description=newsroom.say(shot, language),
            rights_note=newsroom.say(shot.get("rights"), language),
        )
        for number, shot in enumerate(item["shots"])
    ]
    return with_rows(text, shotlist_rows=shots)


def build_collection(newsroom: Newsroom, item: Item, language: str) -> VideoCollectionPage:
    """A collection in one language, unsaved."""
    page = VideoCollectionPage(description=newsroom.rich(item["description"], language))
    links = [
        CollectionVideo(video=newsroom.videos[video], sort_order=number)
        for number, video in enumerate(item["videos"])
    ]
    return with_rows(page, video_links=links)
