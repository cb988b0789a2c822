"""A withdrawal beside a follower that renders: on PostgreSQL both work at once, and neither may undo the other."""

import threading
from unittest.mock import patch

import pytest
from django.db import connections

from cms.store import following
from cms.store.following import follow
from cms.store.models import ContentItem, Facet, Reference
from news.models import NewsReleasePage
from tests.processes import wait_for
from tests.store.world import World, differences, everything

pytestmark = pytest.mark.only_on("postgresql")


@pytest.mark.parametrize("stored", [True, False], ids=["a changed row", "a new row"])
def test_what_is_rendered_before_a_withdrawal_is_not_public_after_it(world: World, stored: bool) -> None:
    page = world.english("second")
    if not stored:
        ContentItem.objects.filter(source=page.public_source()).delete()
    with patch("cms.store.signal_handlers.follow_on_commit"):
        NewsReleasePage.objects.filter(pk=page.pk).update(lead="AFTER")
    rendered, go_on = threading.Event(), threading.Event()
    real = following.rendered

    def slowly(sources: list[str]) -> object:
        items = real(sources)
        rendered.set()
        assert go_on.wait(20)
        return items

    def work(task: object) -> None:
        try:
            task()
        finally:
            connections.close_all()

    with patch("cms.store.following.rendered", slowly), patch("cms.store.signal_handlers.follow_on_commit"):
        follower = threading.Thread(target=work, args=(follow,))
        follower.start()
        assert rendered.wait(20)
        withdrawal = threading.Thread(target=work, args=(page.unpublish,))
        withdrawal.start()
        # It waits for the follower; were it not to, it would be done by now.
        withdrawal.join(1)
        go_on.set()
        wait_for(lambda: not withdrawal.is_alive() and not follower.is_alive())
        assert '"en second"' not in everything()
    follow()
    items = set(ContentItem.objects.values_list("pk", flat=True))
    assert set(Facet.objects.values_list("item", flat=True)) <= items
    assert set(Reference.objects.values_list("item", flat=True)) <= items
    assert differences() == []
