"""Loading the demo newsroom: item by item, each whole or not at all, each once however often it is called."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from wagtail.models import Locale

from home.demo.loading.calendar import Calendar
from home.demo.loading.footage import load_video
from home.demo.loading.front import load_front
from home.demo.loading.library import load_document, load_image
from home.demo.loading.newsroom import LANGUAGES, Newsroom
from home.demo.loading.pages import load_page, page_items
from home.demo.loading.source import items
from home.demo.loading.staff import load_staff
from home.demo.loading.vocabulary import load_person, load_place, load_topic
from home.setup import setup_site

Step = tuple[str, Callable[[], None]]


def steps(today: date) -> list[Step]:
    """What there is to load, in order: the key of each item and what loads it. Days are counted from ``today``."""
    homes = setup_site()
    newsroom = Newsroom(
        calendar=Calendar(today),
        locales={code: Locale.objects.get(language_code=code) for code in LANGUAGES},
    )
    newsroom.staff = load_staff({code: homes[code] for code in LANGUAGES})
    return list(_steps(newsroom))


def _steps(newsroom: Newsroom) -> Iterator[Step]:
    for name, load in (
        ("images", load_image),
        ("documents", load_document),
        ("topics", load_topic),
        ("places", load_place),
        ("people", load_person),
        ("videos", load_video),
    ):
        for item in items(name):
            yield item["key"], partial(load, newsroom, item)
    for item in page_items():
        yield item["key"], partial(load_page, newsroom, item)
    yield "home", partial(load_front, newsroom)
