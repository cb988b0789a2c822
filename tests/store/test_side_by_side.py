"""A withdrawal beside a follower that renders: on PostgreSQL both work at once, and neither may undo the other."""

import threading
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.db import connection, connections

from cms.store import following, publication
from cms.store.following import follow
from cms.store.models import ContentItem, Facet, Reference
from news.models import NewsReleasePage
from tests.processes import wait_for
from tests.store.world import World, differences, everything

pytestmark = pytest.mark.only_on("postgresql")


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        return cursor.fetchone() is not None


def in_thread(task: Callable[[], object]) -> threading.Thread:
    def work() -> None:
        try:
            task()
        finally:
            connections.close_all()

    thread = threading.Thread(target=work)
    thread.start()
    return thread


@pytest.mark.parametrize(
    ("owner", "step"),
    [(following, "rendered"), (publication.Publication, "_stored")],
    ids=["after rendering", "after looking at what is stored"],
)
def test_what_is_rendered_before_a_withdrawal_is_not_public_after_it(
    world: World, owner: object, step: str
) -> None:
    page = world.english("second")
    with patch("cms.store.signal_handlers.follow_on_commit"):
        NewsReleasePage.objects.filter(pk=page.pk).update(lead="AFTER")
    done, go_on = threading.Event(), threading.Event()
    real = getattr(owner, step)

    def slowly(*args: object) -> object:
        result = real(*args)
        done.set()
        assert go_on.wait(20)
        return result

    with patch.object(owner, step, slowly), patch("cms.store.signal_handlers.follow_on_commit"):
        follower = in_thread(lambda: following.refresh([page.public_source()]))
        assert done.wait(20)
        withdrawal = in_thread(page.unpublish)
        # It waits for the follower, or is done before it.
        wait_for(lambda: not withdrawal.is_alive() or somebody_waits())
        go_on.set()
        wait_for(lambda: not withdrawal.is_alive() and not follower.is_alive())
    assert '"en second"' not in everything()
    items = set(ContentItem.objects.values_list("pk", flat=True))
    assert set(Facet.objects.values_list("item", flat=True)) <= items
    assert set(Reference.objects.values_list("item", flat=True)) <= items
    follow()
    assert differences() == []
