"""What is not public is neither found nor counted, from the instant on, and in the same transaction."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.store.connection import rows
from cms.store.following import follow
from cms.store.models import ContentItem, Instant, SearchEntry
from news.models import NewsReleasePage
from tests.search.asking import found
from tests.search.library import HIDDEN, release


def consistent() -> None:
    """Every item has its entry, no entry stands alone, and the index holds what the entries say."""
    assert set(SearchEntry.objects.values_list("item", flat=True)) == set(
        ContentItem.objects.values_list("pk", flat=True)
    )
    columns = "collection, type, locale, public_id, date"
    assert sorted(rows(f"SELECT item_id, {columns} FROM public_search")) == sorted(
        rows(f"SELECT id, {columns} FROM public_content")
    )
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO store_search_index (store_search_index, rank) VALUES ('integrity-check', 1)"
            )


@pytest.mark.usefixtures("library")
def test_nothing_of_what_is_hidden_can_be_read() -> None:
    consistent()
    assert not [row for row in rows("SELECT * FROM public_search") if HIDDEN in repr(row)]
    assert (
        SearchEntry.objects.filter(words__contains=HIDDEN).count() == 1
    )  # the embargo's, which stands ready


def _unpublished(page: NewsReleasePage) -> Any:
    NewsReleasePage.objects.filter(pk=page.pk).update(live=False)


def _deleted(page: NewsReleasePage) -> Any:
    Page.objects.get(pk=page.pk).delete()


def _restricted(page: NewsReleasePage) -> Any:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("withdraw", [_unpublished, _deleted, _restricted])
def test_withdrawal_takes_effect_in_its_own_transaction(withdraw: Callable[[NewsReleasePage], Any]) -> None:
    assert found("alliance", "fr") == ["baltique", "alliance"]
    withdraw(NewsReleasePage.objects.get(slug="baltique"))
    connection.check_constraints()  # what PostgreSQL leaves for the commit: the number of the withdrawal
    assert found("alliance", "fr") == ["alliance"]
    consistent()
    follow()
    assert found("alliance", "fr") == ["alliance"]
    consistent()


@pytest.mark.usefixtures("library")
def test_new_words_replace_the_old() -> None:
    page = NewsReleasePage.objects.get(slug="baltique")
    page.title = "Tout autre chose"
    page.save_revision()
    follow()
    assert found("chose", "fr") == []
    page.get_latest_revision().publish()
    follow()
    assert found("chose", "fr") == ["baltique"]
    assert found("présence mer", "fr") == []
    consistent()


@pytest.mark.django_db(transaction=True)
def test_an_embargo_lifts_and_an_item_expires_by_the_clock_alone() -> None:
    planned = timezone.now() + timedelta(hours=1)
    early = release("early", "fr", title="Zeppelin", day=1, published=False, expire_at=planned)
    early.save_revision().publish()
    late = release("late", "fr", title="Les zeppelins", day=2, published=False, go_live_at=planned)
    late.save_revision().publish()
    follow()
    # Publishing takes its time; the instant is brought near once everything stands.
    instant = timezone.now() + timedelta(seconds=1.5)
    for model in (ContentItem, SearchEntry):
        assert model.objects.filter(visible_until=planned).update(visible_until=instant) == 1
        assert model.objects.filter(visible_from=planned).update(visible_from=instant) == 1
    Instant.objects.create(at=instant)
    assert found("zeppelin", "fr") == ["early"]
    time.sleep(max(0.0, (instant - timezone.now()).total_seconds()) + 0.05)
    assert found("zeppelin", "fr") == ["late"]


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_leaves_what_can_be_found() -> None:
    page = release("stays", "fr", title="Zeppelin")
    follow()
    with transaction.atomic():
        Page.objects.get(pk=page.pk).delete()
        transaction.set_rollback(True)
    assert found("zeppelin", "fr") == ["stays"]
    consistent()
