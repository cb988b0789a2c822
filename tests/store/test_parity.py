"""The store holds both languages of an object or neither, whatever is written to the editors' tables, and how."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision

from cms.pages.regime import Regime
from cms.store import following
from cms.store.clock import now
from cms.store.following import follow
from cms.store.models import ContentItem
from home.models import HomePage
from media_library.models import VideoText
from news.models import NewsIndexPage, NewsReleasePage
from tests.store.world import World, differences, everything, keyed, locale, published, section

pytestmark = pytest.mark.django_db(transaction=True)


def draft(code: str, name: str = "one", key: object = None, **values: object) -> NewsReleasePage:
    page = NewsReleasePage(
        title=f"{code} {name}", slug=f"{name}-{code}", released_at=timezone.now(), lead="lead",
        locale=locale(code), live=False, **values,
    )  # fmt: skip
    section(NewsIndexPage, code).add_child(instance=keyed(page, key))
    return page


def languages(page: Page | VideoText) -> list[str]:
    """The languages in which the object is public now, as readers see it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT locale FROM public_content WHERE object_key = %s ORDER BY locale",
            [page.public_key()],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize(("first", "second"), [("en", "fr"), ("fr", "en")])
def test_one_language_waits_for_the_other(past_the_guard: World, first: str, second: str) -> None:
    one = draft(first)
    one.save_revision().publish()
    assert languages(one) == []
    assert not ContentItem.objects.filter(object_key=one.public_key()).exists()
    other = draft(second, key=one.translation_key)
    assert languages(one) == []
    other.save_revision().publish()
    assert languages(one) == ["en", "fr"]
    assert len(set(ContentItem.objects.filter(object_key=one.public_key()).values_list("visible_from"))) == 1
    assert differences() == []


def test_an_update_of_the_live_column_publishes_nothing_alone(past_the_guard: World) -> None:
    one = draft("en")
    draft("fr", key=one.translation_key)
    Page.objects.filter(pk=one.pk).update(live=True)
    follow()
    assert languages(one) == []


HIDING: dict[str, Callable[[Page], object]] = {
    "unpublish": lambda page: page.unpublish(),
    "update": lambda page: Page.objects.filter(pk=page.pk).update(live=False),
    "rename": lambda page: Page.objects.filter(pk=page.pk).update(url_path="/elsewhere/", slug="elsewhere"),
    "delete": lambda page: page.delete(),
    "restrict": lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
    "restrict the section": lambda page: PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type="login"
    ),
    "move out": lambda page: page.move(Page.objects.get(depth=1), pos="last-child"),
}


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("way", HIDING)
def test_what_hides_one_language_hides_both_at_once(
    past_the_guard: World, monkeypatch: pytest.MonkeyPatch, way: str, code: str
) -> None:
    page = Page.objects.get(pk=past_the_guard.first[code].pk).specific
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    assert languages(page) == ["en", "fr"]
    HIDING[way](page)
    assert languages(page) == [], "before anything was rendered anew"
    follow()
    assert languages(page) in ([], ["en", "fr"])
    assert differences() == []


def test_snippets_with_a_row_for_each_language_are_a_pair(
    past_the_guard: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = VideoText.objects.get(pk=past_the_guard.text["fr"].pk)
    assert languages(text) == ["en", "fr"]
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    text.unpublish()
    assert languages(text) == []
    follow()
    assert languages(text) == []
    VideoText.objects.get(pk=text.pk).save_revision().publish()
    follow()
    assert languages(text) == ["en", "fr"]
    assert differences() == []


def intervals(page: Page) -> dict[str, list[tuple[object, object]]]:
    found: dict[str, list[tuple[object, object]]] = {}
    for row in ContentItem.objects.filter(object_key=page.public_key()).order_by("visible_from"):
        found.setdefault(row.locale, []).append((row.visible_from, row.visible_until))
    return found


def test_a_pair_that_is_scheduled_turns_in_one_instant(past_the_guard: World) -> None:
    at = now() + timedelta(hours=1)
    one = draft("en", go_live_at=at)
    other = draft("fr", key=one.translation_key, go_live_at=at)
    one.save_revision().publish()
    assert intervals(one) == {}
    other.save_revision().publish()
    assert intervals(one) == {"en": [(at, None)], "fr": [(at, None)]}
    assert differences() == []


def test_a_pair_whose_times_differ_begins_with_the_later(
    past_the_guard: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    early, late = now() + timedelta(hours=1), now() + timedelta(hours=2)
    one = draft("en", go_live_at=early)
    other = draft("fr", key=one.translation_key, go_live_at=late)
    one.save_revision().publish()
    other.save_revision().publish()
    assert intervals(one) == {"en": [(late, None)], "fr": [(late, None)]}
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    Revision.objects.for_instance(one).update(approved_go_live_at=None)
    assert intervals(one) == {}, "cancelled in one language, cancelled in both"


def test_the_end_of_one_language_is_the_end_of_both(past_the_guard: World) -> None:
    ends = now() + timedelta(hours=1)
    NewsReleasePage.objects.filter(pk=past_the_guard.first["fr"].pk).update(expire_at=ends)
    follow()
    rows = ContentItem.objects.filter(object_key=past_the_guard.first["en"].public_key())
    assert set(rows.values_list("locale", "visible_until")) == {("en", ends), ("fr", ends)}
    assert differences() == []


def test_a_successor_in_one_language_keeps_both_public(past_the_guard: World) -> None:
    page = past_the_guard.english("first")
    page.title, page.go_live_at = "SUCCESSOR", now() + timedelta(hours=1)
    page.save_revision().publish()
    follow()
    spans = intervals(page)
    assert [span[1] for span in spans["en"]] == [span[1] for span in spans["fr"]] == [page.go_live_at, None]
    assert "SUCCESSOR" not in everything()
    assert differences() == []


def test_what_may_stand_alone_does(past_the_guard: World) -> None:
    one = draft("fr", language_regime=Regime.ONE_LANGUAGE, regime_reason="A local notice.")
    one.save_revision().publish()
    assert languages(one) == ["fr"]
    home = section(HomePage, "fr")
    home.unpublish()
    assert languages(section(HomePage, "en")) == ["en"]
    home.save_revision().publish()
    assert differences() == []


def test_with_the_gate_lifted_one_language_is_public(world: World) -> None:
    one = published(section(NewsIndexPage, "en"), NewsReleasePage(
        title="alone", slug="alone", released_at=timezone.now(), lead="lead", locale=locale("en"),
    ))  # fmt: skip
    follow()
    assert languages(one) == ["en"]
