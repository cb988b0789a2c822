"""The feed of changes: whoever follows it holds what a fresh crawl would bring, whatever happened and however."""

import time
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from cms.store.clock import now
from cms.store.following import follow
from cms.store.models import Change, Counter, Instant
from news.models import NewsIndexPage, NewsReleasePage
from search import changes
from tests.changes.consumer import Consumer
from tests.store.test_changes import CHANGES, republish
from tests.store.world import World, locale, published, section


@pytest.mark.parametrize("name", CHANGES)
def test_every_kind_of_change_is_told(name: str, world: World, consumer: Consumer) -> None:
    with patch("cms.store.signal_handlers.follow_on_commit"):
        CHANGES[name].make(world)
    # What is withdrawn is told at once, before anything has rendered anew.
    consumer.catch_up()
    assert consumer.differences() == []
    follow()
    consumer.catch_up()
    assert consumer.differences() == []


def named(consumer: Consumer) -> set[tuple[str, int, str]]:
    return {(item["change"], item["id"], item["meta"]["type"]) for item in consumer.named}


def test_without_since_it_says_from_where_on_to_ask(world: World, client: Client) -> None:
    answer = client.get("/api/v2/changes/")
    assert answer["Content-Language"] == "en, fr"
    body = answer.json()
    assert (body["items"], body["meta"]["more"]) == ([], False)
    again = client.get("/api/v2/changes/", {"since": body["meta"]["next"]})
    assert again.json() == body
    assert again["ETag"] != answer["ETag"]
    held = client.get(
        "/api/v2/changes/", {"since": body["meta"]["next"]}, headers={"If-None-Match": again["ETag"]}
    )
    assert (held.status_code, held.content) == (304, b"")


def test_an_entry_says_what_and_where(world: World, consumer: Consumer) -> None:
    republish(world.first["en"], lead="NEW")
    follow()
    consumer.catch_up()
    entry = next(item for item in consumer.named if item["id"] == world.first["en"].pk)
    assert list(entry) == ["id", "meta", "change", "at"]
    assert entry["change"] == "changed"
    assert entry["meta"]["type"] == "news.NewsReleasePage"
    assert entry["meta"]["locale"] == "en"
    assert entry["meta"]["detail_url"].endswith(f"/api/v2/pages/{world.first['en'].pk}/")
    # The other language, the release that refers to it, and the home page that leads with it show its card.
    ids = {item["id"] for item in consumer.named}
    assert {world.first["fr"].pk, world.second["en"].pk} <= ids
    assert world.event["en"].pk not in ids


def test_what_is_withdrawn_leaves_a_tombstone(world: World, consumer: Consumer) -> None:
    world.english("first").unpublish()
    consumer.catch_up()
    assert ("withdrawn", world.first["en"].pk, "news.NewsReleasePage") in named(consumer)
    assert ("changed", world.first["fr"].pk, "news.NewsReleasePage") in named(consumer)


def test_media_goes_with_the_last_that_shows_it_and_comes_with_the_first(
    world: World, consumer: Consumer
) -> None:
    image = ("withdrawn", world.document.pk, "media_library.PressDocument")
    for page in world.second.values():
        NewsReleasePage.objects.get(pk=page.pk).unpublish()
    consumer.catch_up()
    assert image in named(consumer)
    republish(world.second["en"])
    follow()
    consumer.catch_up()
    assert ("changed", *image[1:]) in named(consumer)
    assert consumer.differences() == []


def test_what_appears_and_expires_by_the_clock_is_told_with_nothing_written(
    world: World, consumer: Consumer
) -> None:
    page = NewsReleasePage(
        title="AHEAD", slug="ahead", released_at=timezone.now(), locale=locale("en"), hero_image=world.image,
        go_live_at=now() + timedelta(seconds=3), expire_at=now() + timedelta(seconds=6),
    )  # fmt: skip
    published(section(NewsIndexPage, "en"), page)
    follow()
    consumer.catch_up()
    assert page.pk not in {item["id"] for item in consumer.named}
    number = Counter.objects.get().number
    wait_until(page.go_live_at)
    consumer.catch_up()
    assert ("changed", page.pk, "news.NewsReleasePage") in named(consumer)
    assert consumer.differences() == []
    wait_until(page.expire_at)
    consumer.catch_up()
    assert ("withdrawn", page.pk, "news.NewsReleasePage") in named(consumer)
    assert consumer.differences() == []
    assert Counter.objects.get().number == number


def wait_until(instant: object) -> None:
    while now() <= instant:
        time.sleep(0.05)


def test_nothing_is_told_of_what_was_never_public(world: World, consumer: Consumer) -> None:
    from media_library.models import PressImage

    draft = world.english("first")
    draft.lead = "DRAFT"
    draft.save_revision()
    later = NewsReleasePage(
        title="AHEAD", slug="ahead", released_at=timezone.now(), locale=locale("en"), hero_image=world.image,
        go_live_at=now() + timedelta(hours=1),
    )  # fmt: skip
    unused = PressImage.objects.create(title="unused", file=world.image.file.name, alt_en="UNUSED")
    later.hero_image = unused
    published(section(NewsIndexPage, "en"), later)
    follow()
    PressImage.objects.filter(pk=unused.pk).update(alt_en="CHANGED")
    follow()
    later.unpublish()
    later.delete()
    follow()
    unused.delete()
    follow()
    consumer.catch_up()
    assert not {item["id"] for item in consumer.named} & {later.pk}
    assert (unused.pk, "media_library.PressImage") not in {
        (item["id"], item["meta"]["type"]) for item in consumer.named
    }


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_small_answers_name_everything_once(world: World, consumer: Consumer, limit: int) -> None:
    republish(world.first["en"], lead="NEW")
    world.english("topic").unpublish()
    world.image.delete()
    follow()
    consumer.catch_up(limit)
    keys = [(item["id"], item["meta"]["type"], item["meta"]["locale"]) for item in consumer.named]
    assert len(keys) == len(set(keys)) > 6
    times = [item["at"] for item in consumer.named]
    assert times == sorted(times)
    assert consumer.differences() == []


def test_what_happens_between_two_answers_is_not_lost(world: World, consumer: Consumer) -> None:
    republish(world.first["en"], lead="NEW")
    world.english("topic").unpublish()
    follow()
    steps = 0
    while consumer.step(limit=2):
        steps += 1
        if steps == 1:
            world.english("first").unpublish()
        elif steps == 2:
            world.image.delete()
        elif steps == 3:
            republish(world.second["fr"], lead="NEW", hero_image=None)
        assert steps < 200
        follow()
    assert steps > 4
    assert consumer.differences() == []


def problem(client: Client, since: str) -> tuple[int, str, str]:
    answer = client.get("/api/v2/changes/", {"since": since})
    body = answer.json()
    return answer.status_code, body["type"].rpartition("#")[2], body["parameter"]


@pytest.mark.parametrize(
    "text", ["abc", "AAAA", "0", "W10", "WzEsLTEsMF0", "WzIsMCwwXQ", "WzEsMSwwXQ==", "é", "a" * 999]
)
def test_what_no_answer_said_is_refused(client: Client, world: World, text: str) -> None:
    assert problem(client, text) == (400, "invalid-value", "since")


def test_forged_places_are_refused(client: Client, world: World) -> None:
    present = changes.present()
    for behind in (
        ("x", "a", "en", 1),
        ("2026-01-01 00:00:00", "a\0", "en", 1),
        ("2026-13-01 00:00:00", "a", "en", 1),
    ):
        place = changes.Place(present, present, behind)
        assert problem(client, place.text) == (400, "invalid-value", "since")
    for behind in (("2026-01-01 00:00:00", "a", "en", 1), ("2026-01-01T00:00:00.5+00:00", "a", "en", 2**62)):
        place = changes.Place(changes.Version(max(present.number - 1, 0), 0), present, behind)
        assert client.get("/api/v2/changes/", {"since": place.text}).status_code == 200


def test_a_version_that_was_not_reached_is_refused(client: Client, world: World) -> None:
    present = changes.present()
    ahead = (
        changes.Version(present.number + 1, present.instant),
        changes.Version(present.number, present.instant + 1),
        changes.Version(2**63 - 1, 2**63 - 1),
    )
    for version in ahead:
        assert problem(client, changes.Place(version).text) == (400, "invalid-value", "since")


def test_what_is_forgotten_is_told_apart_from_what_is_empty(
    world: World, consumer: Consumer, client: Client
) -> None:
    old = consumer.since
    republish(world.first["en"], lead="NEW")
    republish(world.first["en"], lead="NEWER")
    follow()
    consumer.catch_up()
    between, first = consumer.since, Change.objects.order_by("number").first()
    Change.objects.filter(number__lte=Counter.objects.get().number - 1).delete()
    assert first is not None
    assert problem(client, old) == (410, "changes-forgotten", "since")
    assert client.get("/api/v2/changes/", {"since": between}).json()["items"] == []
    Change.objects.all().delete()
    Instant.objects.all().delete()
    assert client.get("/api/v2/changes/", {"since": changes.Place(changes.present()).text}).status_code == 200
    republish(world.first["en"], lead="NEWEST")
    follow()
    assert client.get("/api/v2/changes/", {"since": between}).status_code in (200, 400)


def test_the_beginning_of_the_log_can_be_asked_for(world: World, client: Client) -> None:
    """A log that is still whole tells everything to whoever holds nothing."""
    nothing = Consumer(client, since=changes.Place(changes.Version(0, 0)).text)
    nothing.catch_up()
    assert nothing.differences() == []


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=1001", "since=", "offset=1", "locale=en", "since=a&since=b"]
)
def test_other_parameters_are_refused(client: Client, world: World, query: str) -> None:
    assert client.get(f"/api/v2/changes/?{query}").status_code == 400


def test_a_list_of_changes_costs_three_statements(
    world: World, consumer: Consumer, client: Client, django_assert_max_num_queries: object
) -> None:
    republish(world.first["en"], lead="NEW")
    follow()
    with django_assert_max_num_queries(3, using="reader"):
        assert client.get("/api/v2/changes/", {"since": consumer.since}).json()["items"]
