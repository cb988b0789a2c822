"""Both languages or neither: what is followed after one commit never parts the languages of an object."""

from collections.abc import Sequence

import pytest
from django.db import transaction
from django.utils import timezone

from cms.store import following
from cms.store.following import BATCH, batches, follow, refresh, together
from cms.store.models import ContentItem, Mark
from news.models import NewsIndexPage, NewsReleasePage
from tests.store.world import World, differences, keyed, locale, published, section

pytestmark = pytest.mark.django_db(transaction=True)
PAIRS = BATCH  # twice as many sources as a batch takes


def make_pairs(count: int) -> None:
    """``count`` releases in both languages in one transaction, all English ones first."""

    def release(code: str, number: int) -> NewsReleasePage:
        return NewsReleasePage(
            title=f"Pair {number}",
            slug=f"pair-{number}",
            released_at=timezone.now(),
            locale=locale(code),
            lead="lead",
            original_language="en",
        )

    with transaction.atomic():
        english = [published(section(NewsIndexPage, "en"), release("en", number)) for number in range(count)]
        for number, page in enumerate(english):
            published(section(NewsIndexPage, "fr"), keyed(release("fr", number), page.translation_key))


def alone() -> set[str]:
    """The releases that stand in the store in one language."""
    languages: dict[str, set[str]] = {}
    for key, code in ContentItem.objects.filter(slug__startswith="pair-").values_list("object_key", "locale"):
        languages.setdefault(key, set()).add(code)
    return {key for key, found in languages.items() if len(found) == 1}


def test_no_batch_parts_a_pair(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    make_pairs(PAIRS)
    sizes: list[int] = []

    def watched(sources: Sequence[str]) -> tuple[int, set[str]]:
        outcome = refresh(sources)
        sizes.append(len(sources))
        assert alone() == set()
        return outcome

    monkeypatch.setattr(following, "refresh", watched)
    follow()
    assert len(sizes) > 1
    assert max(sizes) <= BATCH
    assert ContentItem.objects.filter(slug__startswith="pair-").count() == 2 * PAIRS
    assert not Mark.objects.exists()
    assert differences() == []


def test_a_request_that_stops_early_parts_none(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    make_pairs(PAIRS)
    follow(at_most=BATCH + 1)
    assert Mark.objects.exists()
    assert 0 < ContentItem.objects.filter(slug__startswith="pair-").count() <= BATCH + 1
    assert alone() == set()


def test_a_language_that_cannot_be_rendered_keeps_the_other_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    make_pairs(3)
    broken = NewsReleasePage.objects.get(slug="pair-1", locale__language_code="fr")
    rendering = following.rendered

    def rendered(sources: Sequence[str]) -> object:
        if broken.public_source() in sources:
            raise RuntimeError("no words for it")
        return rendering(sources)

    monkeypatch.setattr(following, "rendered", rendered)
    follow()
    assert alone() == set()
    assert ContentItem.objects.filter(slug__startswith="pair-").count() == 4
    assert {mark.source for mark in Mark.objects.all()} >= {broken.public_source()}


def test_together_keeps_the_order_and_what_has_no_language(world: World) -> None:
    first, second = world.first, world.second
    media = world.image.public_source()
    order = [
        second["fr"].public_source(),
        media,
        first["en"].public_source(),
        second["en"].public_source(),
        first["fr"].public_source(),
    ]
    assert together(order) == [[order[0], order[3]], [media], [order[2], order[4]]]
    assert list(batches(order, 2)) == [[order[0], order[3]], [media], [order[2], order[4]]]
