"""The releases that writers change: pairs, every word of which says which pair and which revision it is of."""

from datetime import UTC, datetime

from django.db import transaction
from wagtail.models import Locale, Page

from cms.store.following import follow
from cms.vocabulary.models import Topic
from news.models import NewsIndexPage, NewsReleasePage
from news.models.release_parts import ReleaseTopic

PAIRS = 24  # both languages of all of them fit into one list
LANGUAGES = ("en", "fr")
KINDS = ("press_release", "statement")
TYPE = "news.NewsReleasePage"


def build() -> list[tuple[int, int]]:
    """Make the pairs, published; returns their ids, English and French."""
    topics = _topics()
    made: list[tuple[int, int]] = []
    for number in range(PAIRS):
        ids, key = [], None
        with transaction.atomic():
            for code in LANGUAGES:
                page = NewsReleasePage(
                    title=title(number, 0, code),
                    slug=f"pair-{number}-{code}",
                    kind=KINDS[number % 2],
                    released_at=datetime(2026, 1, 1 + number, tzinfo=UTC),
                    locale=Locale.objects.get(language_code=code),
                    live=False,
                )
                if key:
                    page.translation_key = key
                page.topic_links = [ReleaseTopic(topic=topics[code], locale=page.locale)]
                section = NewsIndexPage.objects.get(locale__language_code=code)
                Page.objects.get(pk=section.pk).add_child(instance=page)
                page.save_revision().publish()
                key = page.translation_key
                ids.append(page.pk)
        made.append((ids[0], ids[1]))
    follow()
    return made


def _topics() -> dict[str, Topic]:
    english = Topic.objects.create(name="Pairs", slug="pairs", locale=Locale.objects.get(language_code="en"))
    french = Topic.objects.create(
        name="Paires",
        slug="paires",
        locale=Locale.objects.get(language_code="fr"),
        translation_key=english.translation_key,
    )
    return {"en": english, "fr": french}


def title(pair: int, revision: int, code: str) -> str:
    """The title of a page: pair and revision as words of their own, the same in both languages."""
    return f"{code.upper()} pair{pair}x revision{revision}x"


def read_title(text: str) -> tuple[int, int]:
    """Pair and revision that a title names."""
    _code, pair, revision = text.split()
    return int(pair[4:-1]), int(revision[8:-1])
