"""What readers see follows the rule by construction, whatever is written to the editors' tables and on whatever way."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision

from cms.contract.publishable import registry
from cms.pages.regime import Regime
from cms.publishing.pairs import pair_of
from cms.publishing.release import release
from cms.store import following
from cms.store.following import follow
from cms.store.models import ContentItem, Counter
from news.models import NewsIndexPage, NewsReleasePage
from tests.publishing.stories import draft_release, draft_releases, draft_topics, public
from tests.store.world import differences, section

pytestmark = pytest.mark.django_db(transaction=True)
BOTH = {"en", "fr"}
MAKERS = [draft_releases, draft_topics]


def set_live(obj: Any, live: bool = True, **values: Any) -> None:
    """Past all guards; followed as the worker does it."""
    type(obj).objects.filter(pk=obj.pk).update(live=live, **values)
    follow()


def released(made: dict[str, Any]) -> dict[str, Any]:
    release(pair_of(made["en"]), user=None)
    for obj in made.values():
        obj.refresh_from_db()
    return made


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("first", ["en", "fr"])
def test_one_language_that_is_live_is_not_public(make: Any, first: str) -> None:
    made = make()
    second = {"en": "fr", "fr": "en"}[first]
    set_live(made[first])
    assert public(made["en"]) == set()
    set_live(made[second])
    assert public(made["en"]) == BOTH
    assert differences() == []
    assert set(
        ContentItem.objects.filter(object_key=made["en"].public_key()).values_list("paired", flat=True)
    ) == {True}


def test_the_operators_choice_lifts_the_gate(settings: Any) -> None:
    settings.ALLOW_ONE_LANGUAGE = True
    page = draft_release("en")
    set_live(page)
    assert public(page) == {"en"}
    settings.ALLOW_ONE_LANGUAGE = False
    assert [found.source for found in differences()] == [f"{page.public_source()} (en)"]


def test_a_regime_of_one_language_needs_no_other() -> None:
    page = draft_release("fr", language_regime=Regime.ONE_LANGUAGE, regime_reason="Délivré ainsi.")
    page.save_revision().publish()
    assert public(page) == {"fr"}


def test_a_waiver_lets_one_language_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    page = draft_release("en")
    monkeypatch.setattr(registry, "waivers", [lambda obj: obj.public_key() == page.public_key()])
    page.save_revision().publish()
    assert public(page) == {"en"}


@pytest.mark.parametrize("make", MAKERS)
def test_one_that_expires_ends_both(make: Any) -> None:
    made = released(make())
    end = timezone.now() + timedelta(hours=1)
    type(made["fr"]).objects.filter(pk=made["fr"].pk).update(expire_at=end)
    follow()
    assert public(made["en"], end - timedelta(seconds=1)) == BOTH
    assert public(made["en"], end) == set()


def test_languages_approved_for_two_times_begin_at_the_later() -> None:
    made = draft_releases()
    early, late = timezone.now() + timedelta(hours=1), timezone.now() + timedelta(hours=2)
    for code, at in (("en", early), ("fr", late)):
        Revision.objects.filter(pk=made[code].latest_revision_id).update(approved_go_live_at=at)
    follow()
    assert public(made["en"], late - timedelta(seconds=1)) == set()
    assert public(made["en"], late) == BOTH
    Revision.objects.filter(pk=made["en"].latest_revision_id).update(approved_go_live_at=None)
    assert public(made["en"], late) == set()


def test_a_successor_in_one_language_parts_the_time_of_both(monkeypatch: pytest.MonkeyPatch) -> None:
    made = released(draft_releases())
    made["fr"].title = "Nouveau"
    later = made["fr"].save_revision()
    at = timezone.now() + timedelta(hours=1)
    Revision.objects.filter(pk=later.pk).update(approved_go_live_at=at)
    follow()
    rows = ContentItem.objects.filter(object_key=made["en"].public_key(), visible_from=at)
    assert {row.locale: row.title for row in rows} == {"en": made["en"].title, "fr": "Nouveau"}
    # Called off while nobody follows: neither language goes on without the other.
    Revision.objects.filter(pk=later.pk).update(approved_go_live_at=None)
    assert public(made["en"], at) == set()
    follow()
    assert public(made["en"], at) == BOTH
    assert differences() == []


def withdrawals() -> dict[str, Any]:
    """Ways of taking the French version away, each in one statement or one call."""

    def sql(statement: str, *params: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, params)

    return {
        "update": lambda page: NewsReleasePage.objects.filter(pk=page.pk).update(live=False),
        "sql": lambda page: sql("UPDATE wagtailcore_page SET live = %s WHERE id = %s", False, page.pk),
        "address": lambda page: sql(
            "UPDATE wagtailcore_page SET url_path = '/elsewhere/' WHERE id = %s", page.pk
        ),
        "restriction": lambda page: PageViewRestriction.objects.create(
            page=section(NewsIndexPage, "fr"), restriction_type="login"
        ),
        "unpublish": lambda page: page.unpublish(),
        "slug": lambda page: sql(
            "UPDATE wagtailcore_page SET url_path = url_path || 'x' WHERE id = %s", page.pk
        ),
    }


@pytest.mark.parametrize("way", withdrawals())
def test_what_takes_one_language_takes_both_in_its_transaction(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    made = released(draft_releases())
    beside = released(draft_releases())
    follow()
    number = Counter.objects.get().number
    with transaction.atomic():
        withdrawals()[way](NewsReleasePage.objects.get(pk=made["fr"].pk))
        rows = ContentItem.objects.filter(object_key=made["en"].public_key())
        assert list(rows.values_list("locale", flat=True)) == []
    # Readers hold answers by the number: it has moved.
    assert Counter.objects.get().number > number
    if way != "restriction":
        assert public(beside["en"]) == BOTH


def test_deleting_rows_takes_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "follow_in_request", lambda: 0)
    topics = released(draft_topics())
    follow()
    table = type(topics["fr"])._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = %s", [topics["fr"].pk])
    assert not ContentItem.objects.filter(object_key=topics["en"].public_key()).exists()
    follow()
    assert differences() == []


def test_what_stands_alone_is_not_taken_along(monkeypatch: pytest.MonkeyPatch) -> None:
    index = section(NewsIndexPage, "fr")
    type(index).objects.filter(pk=index.pk).update(live=False)
    assert ContentItem.objects.filter(source=section(NewsIndexPage, "en").public_source()).exists()


def test_a_mark_of_one_language_refreshes_both(monkeypatch: pytest.MonkeyPatch) -> None:
    made = draft_releases()
    type(made["en"]).objects.filter(translation_key=made["en"].translation_key).update(live=True)
    monkeypatch.setattr(following, "BATCH", 1)
    follow()
    assert public(made["en"]) == BOTH
