"""Topics, places and people of the demo, in both languages."""

from typing import Any

from django.db import transaction

from cms.pages.locales import other
from cms.translation.slugs import slug_from
from cms.vocabulary.models import Person, Place, Topic
from home.demo.loading.identities import identity
from home.demo.loading.newsroom import LANGUAGES, Newsroom
from home.demo.loading.publishing import publish_snippet
from home.demo.loading.source import Item
from home.demo.loading.translating import record

# When the newsroom of the demo wrote its vocabulary.
WRITTEN = {"date": "w-26mon", "time": "09:00"}


def load_topic(newsroom: Newsroom, item: Item) -> None:
    """A topic in both languages."""
    made = _load(
        newsroom, Topic, item, lambda language: {"description": newsroom.say(item["description"], language)}
    )
    newsroom.topics.update(made)


def load_place(newsroom: Newsroom, item: Item) -> None:
    """A place in both languages."""
    latitude, longitude = item["at"]
    newsroom.places.update(
        _load(
            newsroom,
            Place,
            item,
            lambda language: {
                "country": newsroom.say(item["country"], language),
                "latitude": latitude,
                "longitude": longitude,
            },
        )
    )


def load_person(newsroom: Newsroom, item: Item) -> None:
    """A person in both languages."""
    newsroom.people.update(
        _load(
            newsroom,
            Person,
            item,
            lambda language: {
                "role": newsroom.say(item["role"], language),
                "organisation": newsroom.say(item["organisation"], language),
                "biography": newsroom.rich(item["biography"], language),
            },
        )
    )


@transaction.atomic
def _load(newsroom: Newsroom, model: Any, item: Item, fields: Any) -> dict[tuple[str, str], Any]:
    key = identity(model._meta.model_name, item["key"])
    found = {
        (item["key"], entry.locale.language_code): entry
        for entry in model.objects.filter(translation_key=key)
    }
    if found:
        return found
    at = newsroom.calendar.moment(WRITTEN)
    original = item.get("original", "en")
    for language in sorted(LANGUAGES, key=lambda language: language != original):
        name = newsroom.say(item["name"], language)
        entry = model(
            name=name,
            slug=slug_from(name),
            locale=newsroom.locales[language],
            translation_key=key,
            original_language=original,
            **fields(language),
        )
        found[item["key"], language] = publish_snippet(entry, author=newsroom.editor(language), at=at)
    record(
        found[item["key"], original],
        found[item["key"], other(original)],
        translator=newsroom.staff["translator"],
        at=at,
    )
    return found
