"""The pages that list others: releases, events, videos, and all that is about a topic, a person or a place."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.website import labels
from cms.website.asking import Asking
from cms.website.filters import Asked, Field, period
from cms.website.frame import Frame
from cms.website.listings import List, listing, newest_first
from cms.website.sorting import alphabetical
from search import agenda, site
from search.criteria import Criteria

RELEASE = "news.NewsReleasePage"
EVENT = "news.EventPage"
VIDEO = "media_library.Video"
Context = dict[str, Any]


class Topics:
    """The topics to choose from, by their slugs in the language of the page."""

    def __init__(self, locale: str) -> None:
        stored = site.topics(locale)
        self.keys = {item.slug: item.object_key.partition(":")[2] for item in stored}
        self.options = alphabetical([(item.slug, item.title) for item in stored])

    def keys_of(self, chosen: Field) -> tuple[str, ...]:
        """The translation key of the chosen topic, which all languages share."""
        return (self.keys[chosen.value],) if chosen.value else ()


def _kinds(asked: Asked, item_type: str) -> Field:
    options = [(code, str(word)) for code, word in labels.KINDS[item_type].items()]
    return asked.choice("kind", _("Kind"), _("All kinds"), options)


def news(item: Context, around: Frame, asking: Asking) -> Context:
    """Releases, the newest first, by kind, topic and day."""
    asked, topics = Asked(asking.path, asking.query), Topics(around.locale)
    kind = _kinds(asked, RELEASE)
    topic = asked.choice("topic", _("Topic"), _("All topics"), topics.options)
    first, last = asked.day("date_from", _("From the day")), asked.day("date_to", _("To the day"))
    date_from, date_until = period(first, last)
    criteria = Criteria(
        types=(RELEASE,),
        locale=around.locale,
        kinds=(kind.value,) if kind.value else (),
        topics=topics.keys_of(topic),
        date_from=date_from,
        date_until=date_until,
    )
    return _listed(around, topics, listing(asked, criteria, filters=[kind, topic, first, last]))


def events(item: Context, around: Frame, asking: Asking) -> Context:
    """Events to come, the next first; those that are over, the latest first; or those of a period."""
    asked, topics = Asked(asking.path, asking.query), Topics(around.locale)
    when = asked.choice(
        "when", _("When"), _("Coming events"), [("past", _("Past events")), ("all", _("All events"))]
    )
    kind = _kinds(asked, EVENT)
    topic = asked.choice("topic", _("Topic"), _("All topics"), topics.options)
    first, last = asked.day("date_from", _("From the day")), asked.day("date_to", _("To the day"))
    date_from, date_until = period(first, last)
    criteria = Criteria(
        locale=around.locale,
        kinds=(kind.value,) if kind.value else (),
        topics=topics.keys_of(topic),
    )

    def find(criteria: Criteria, limit: int, offset: int) -> tuple[list[Context], int]:
        if date_from or date_until:
            return agenda.during(criteria, date_from, date_until, limit=limit, offset=offset)
        if when.value == "past":
            return agenda.past(criteria, asking.now, limit=limit, offset=offset)
        if when.value == "all":
            return agenda.during(criteria, None, None, limit=limit, offset=offset)
        return agenda.upcoming(criteria, asking.now, limit=limit, offset=offset)

    return _listed(
        around,
        topics,
        listing(asked, criteria, filters=[when, kind, topic, first, last], find=find, agenda=True),
    )


def videos(item: Context, around: Frame, asking: Asking) -> Context:
    """Videos, the newest first, by topic and day; above them the collections."""
    asked, topics = Asked(asking.path, asking.query), Topics(around.locale)
    topic = asked.choice("topic", _("Topic"), _("All topics"), topics.options)
    first, last = asked.day("date_from", _("From the day")), asked.day("date_to", _("To the day"))
    date_from, date_until = period(first, last)
    criteria = Criteria(
        types=(VIDEO,),
        locale=around.locale,
        topics=topics.keys_of(topic),
        date_from=date_from,
        date_until=date_until,
    )
    shown = listing(asked, criteria, filters=[topic, first, last])
    collections: list[Context] = []
    if shown.number == 1 and not shown.filtered:
        kept = Criteria(types=("media_library.VideoCollectionPage",), locale=around.locale)
        collections, _total = newest_first(kept, 30, 0)
    return {**_listed(around, topics, shown), "collections": collections}


HEADS = {
    "vocabulary.Topic": gettext_lazy("Latest on this topic"),
    "vocabulary.Person": gettext_lazy("Latest with this person"),
    "vocabulary.Place": gettext_lazy("Latest from this place"),
}


def about(item: Context, around: Frame, asking: Asking) -> Context:
    """All that is about a topic, a person or a place, the newest first."""
    kind, key = item["meta"]["type"], asking.object_key.partition(":")[2]
    criteria = Criteria(
        types=(RELEASE, EVENT, VIDEO),
        locale=around.locale,
        topics=(key,) if kind == "vocabulary.Topic" else (),
        people=(key,) if kind == "vocabulary.Person" else (),
        places=(key,) if kind == "vocabulary.Place" else (),
    )
    find = newest_first if key else _nothing
    head = HEADS[kind]
    return {"listing": listing(Asked(asking.path, asking.query), criteria, find=find), "latest_head": head}


def _nothing(criteria: Criteria, limit: int, offset: int) -> tuple[list[Context], int]:
    return [], 0


def _listed(around: Frame, topics: Topics, shown: List) -> Context:
    """The list; and the switch to the other language keeps to it, as far as its choices exist there."""
    if around.other.url and shown.filtered and shown.status == 200:
        around.other.url = shown.translated(around.other.url, topics.keys, Topics(around.other.code).keys)
    return {"listing": shown}
