"""What changes by the clock alone, what is asked while a change is under way, and what a killed process leaves."""

import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone, translation
from wagtail.models import Page

from cms.store import reading
from cms.store.clock import now
from cms.store.following import follow, follow_in_request
from cms.store.models import Change, ContentItem, Counter, Mark
from cms.store.publication import publication
from news.models import NewsReleasePage
from tests.store.world import World, differences, everything, published, section
from tests.store.world import locale as locale_of

SOON = 4.0  # seconds; the questions before the instant must fit into them on a slow machine
ROOT = Path(__file__).resolve().parents[2]


def lasting(world: World, seconds: float) -> None:
    """Let the first English release expire in ``seconds``, and the store know it."""
    NewsReleasePage.objects.filter(pk=world.first["en"].pk).update(
        expire_at=now() + timedelta(seconds=seconds)
    )
    follow()


def test_an_item_that_expires_by_the_clock_leaves_every_answer_in_that_instant(world: World) -> None:
    lasting(world, SOON)
    ends = ContentItem.objects.get(object_key=world.first["en"].public_key(), locale="en").visible_until
    before = reading.version()
    assert '"en first"' in everything()
    while now() < ends:
        time.sleep(0.02)
    # Neither the worker nor a request has done anything: its own answer, the release related to it, the link in
    # a text, the home page's lead and the translation's list are all without it.
    seen = everything()
    assert '"en first"' not in seen
    assert "/en/news/first-en/" not in seen
    assert reading.version() != before
    assert differences() == []


def test_a_scheduled_successor_stands_ready_and_turns_by_the_clock(world: World) -> None:
    page = world.english("first")
    page.title, page.go_live_at = "SUCCESSOR", now() + timedelta(seconds=SOON)
    page.save_revision().publish()
    follow()
    rows = ContentItem.objects.filter(object_key=page.public_key(), locale="en").order_by("visible_from")
    assert [row.title for row in rows] == ["en first", "SUCCESSOR"]
    assert rows[0].visible_until == rows[1].visible_from
    assert "SUCCESSOR" not in everything()
    assert differences() == []
    while now() < rows[1].visible_from:
        time.sleep(0.02)
    seen = everything()
    assert "SUCCESSOR" in seen
    assert '"en first"' not in seen


def test_what_is_written_ahead_is_no_public_change(world: World) -> None:
    published(
        section(type(world.first["en"].get_parent().specific), "en"),
        NewsReleasePage(
            title="AHEAD", slug="ahead", released_at=timezone.now(), locale=locale_of("en"),
            go_live_at=timezone.now() + timedelta(hours=1),
        ),
    )  # fmt: skip
    follow()
    assert ContentItem.objects.filter(title="AHEAD").exists()
    with connections["reader"].cursor() as cursor:
        cursor.execute("SELECT object_key FROM public_change")
        keys = {row[0] for row in cursor.fetchall()}
    assert ContentItem.objects.get(title="AHEAD").object_key not in keys


def test_readers_never_see_what_a_committed_change_withdrew(world: World) -> None:
    """A second connection asks without pause while pages are withdrawn and published again."""
    withdrawn_since: list[float] = []
    faults: list[str] = []
    stop = threading.Event()

    def ask() -> None:
        try:
            while not stop.is_set():
                was_withdrawn = bool(withdrawn_since)
                seen = everything()
                if was_withdrawn and withdrawn_since and '"en first"' in seen:
                    faults.append("seen after its withdrawal was committed")
        finally:
            connections.close_all()

    reader = threading.Thread(target=ask)
    reader.start()
    try:
        for _round in range(5):
            world.english("first").unpublish()
            withdrawn_since.append(time.monotonic())
            time.sleep(0.1)
            withdrawn_since.clear()
            world.english("first").save_revision().publish()
            time.sleep(0.05)
    finally:
        stop.set()
        reader.join()
    assert faults == []


def test_nothing_is_marked_by_what_was_rolled_back(world: World) -> None:
    class Undone(Exception):
        pass

    def undo() -> None:
        with transaction.atomic():
            Page.objects.filter(pk=world.first["en"].pk).update(live=False)
            raise Undone

    with pytest.raises(Undone):
        undo()
    assert not Mark.objects.exists()
    assert '"en first"' in everything()


KILLED = """
import os, signal
import django
django.setup()
from unittest.mock import patch
from cms.store import following
from news.models import NewsReleasePage
with patch("cms.store.following._refresh", lambda sources: os.kill(os.getpid(), signal.SIGKILL)):
    page = NewsReleasePage.objects.get(pk={pk})
    page.lead = "SURVIVES"
    page.save_revision().publish()
"""


def test_a_process_killed_between_commit_and_refresh_is_mended_by_the_next(
    world: World, process_environment: dict[str, str]
) -> None:
    source = KILLED.format(pk=world.first["en"].pk)
    process = subprocess.run([sys.executable, "-c", source], env=process_environment, cwd=ROOT, check=False)
    assert process.returncode == -signal.SIGKILL
    assert Mark.objects.exists()
    assert "SURVIVES" not in everything()
    follow()
    assert "SURVIVES" in everything()
    assert differences() == []


def test_change_numbers_are_in_commit_order_and_without_gaps(world: World) -> None:
    for number in range(6):
        NewsReleasePage.objects.filter(pk=world.first["en"].pk).update(lead=f"lead {number}")
        follow()
        Page.objects.filter(pk=world.second["fr"].pk).update(live=bool(number % 2))
        follow()
    assert not Change.objects.filter(number=None).exists()
    numbers = list(Change.objects.order_by("pk").values_list("number", flat=True))
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, Counter.objects.get().number + 1))


def test_followers_side_by_side_leave_nothing_stale(world: World) -> None:
    faults: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for step in range(5):
                NewsReleasePage.objects.filter(pk=world.second["en"].pk).update(lead=f"{number}-{step}")
                follow()
        except BaseException as error:
            faults.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    follow()
    assert differences() == []


def test_one_source_that_cannot_be_rendered_stops_no_other(world: World) -> None:
    real = NewsReleasePage.public_title

    def title(page: NewsReleasePage, locale: str) -> str:
        if page.pk == world.first["fr"].pk:
            raise RuntimeError("poisoned")
        return str(real(page, locale))

    NewsReleasePage.objects.update(lead="AFTER")
    with patch.object(NewsReleasePage, "public_title", title):
        follow()
    assert everything().count('"lead":"AFTER"') == 2, "the other release, in both languages"
    # The other language waits for it: both or neither.
    assert {mark.source for mark in Mark.objects.all()} == {
        world.first[code].public_source() for code in ("en", "fr")
    }
    Mark.objects.update(retry_at=None)
    follow()
    assert differences() == []


def test_a_publication_must_be_outermost(world: World) -> None:
    with pytest.raises(RuntimeError), transaction.atomic(), publication():
        pass


def test_intervals_of_one_object_and_locale_are_refused_when_reversed(world: World) -> None:
    item = ContentItem.objects.filter(path="/en/news/first-en/").get()
    item.visible_until = item.visible_from - timedelta(seconds=1)
    with pytest.raises(Exception, match="store_item_interval_in_order"):
        item.save()


def test_intervals_that_overlap_are_refused(world: World) -> None:
    item = ContentItem.objects.filter(path="/en/news/first-en/").get()
    item.pk, item.visible_from = None, item.visible_from + timedelta(milliseconds=1)
    with pytest.raises(DatabaseError, match="store_item_no_overlap"):
        item.save(force_insert=True)


def test_the_editor_s_own_language_and_zone_do_not_show(world: World) -> None:
    with timezone.override("America/Toronto"), translation.override("fr"):
        page = world.english("first")
        page.save_revision().publish()
        follow()
    assert differences() == []


def test_more_than_an_editor_can_wait_for_is_left_to_the_worker(world: World) -> None:
    NewsReleasePage.objects.update(lead="LATER")
    with patch("cms.store.following.IN_A_REQUEST", 1):
        follow_in_request()
        assert Mark.objects.exists()
        assert everything().count('"lead":"LATER"') < 4
    follow()
    assert differences() == []


def test_the_cost_of_refreshing_does_not_grow_with_the_number(world: World) -> None:
    """A batch costs a constant number of statements, so an item of many costs less than one alone."""
    parent = section(type(world.first["en"].get_parent().specific), "en")
    for number in range(20):
        page = NewsReleasePage(
            title=f"n{number}", slug=f"n{number}", released_at=timezone.now(), locale=locale_of("en")
        )
        page.hero_image = world.image
        published(parent, page)

    def statements(count: int) -> int:
        keys = (
            NewsReleasePage.objects.filter(slug__startswith="n")
            .order_by("pk")
            .values_list("pk", flat=True)[:count]
        )
        with patch("cms.store.signal_handlers.follow_on_commit"):
            NewsReleasePage.objects.filter(pk__in=list(keys)).update(lead=f"lead {count} {time.monotonic()}")
        done: list[str] = []
        with connection.execute_wrapper(lambda run, sql, *rest: (done.append(sql), run(sql, *rest))[1]):
            follow()
        return len(done)

    assert statements(20) <= statements(5) + 2
