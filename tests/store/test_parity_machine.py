"""Random writes to one language at a time, by every way there is: no object is ever public in one language alone."""

import os
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import Page, PageViewRestriction, Revision

from cms.store import following
from cms.store.clock import now
from cms.store.following import follow
from cms.store.models import ContentItem
from news.models import NewsIndexPage
from tests.store.test_parity import draft
from tests.store.world import World, differences, section

pytestmark = pytest.mark.django_db(transaction=True)

CODES = st.sampled_from(["en", "fr"])
MINUTES = st.integers(1, 5)


class Newsroom(RuleBasedStateMachine):
    """Two editors, each of whom knows one language of one release."""

    number = 0

    @initialize()
    def write(self) -> None:
        Newsroom.number += 1
        english = draft("en", f"machine-{Newsroom.number}")
        french = draft("fr", f"machine-{Newsroom.number}", english.translation_key)
        self.key = english.public_key()
        self.pages = {"en": english.pk, "fr": french.pk}

    def page(self, code: str) -> Any:
        found = Page.objects.filter(pk=self.pages[code]).first()
        return found.specific if found else None

    @rule(code=CODES)
    def publish(self, code: str) -> None:
        page = self.page(code)
        if page:
            page.go_live_at = None
            page.save_revision().publish()

    @rule(code=CODES, minutes=MINUTES)
    def schedule(self, code: str, minutes: int) -> None:
        page = self.page(code)
        if page:
            page.go_live_at = self.hour(minutes)
            page.save_revision().publish()

    @rule(code=CODES)
    def cancel(self, code: str) -> None:
        Revision.page_revisions.filter(object_id=str(self.pages[code])).update(approved_go_live_at=None)

    @rule(code=CODES, minutes=st.one_of(st.none(), MINUTES))
    def expire(self, code: str, minutes: int | None) -> None:
        Page.objects.filter(pk=self.pages[code]).update(expire_at=minutes and self.hour(minutes))

    @rule(code=CODES, live=st.booleans())
    def update(self, code: str, live: bool) -> None:
        Page.objects.filter(pk=self.pages[code]).update(live=live)

    @rule(code=CODES)
    def unpublish(self, code: str) -> None:
        page = self.page(code)
        if page:
            page.unpublish()

    @rule(code=CODES)
    def restrict_or_open(self, code: str) -> None:
        if not PageViewRestriction.objects.filter(page=self.pages[code]).delete()[0] and self.page(code):
            PageViewRestriction.objects.create(page_id=self.pages[code], restriction_type="login")

    @rule(code=CODES)
    def move(self, code: str) -> None:
        page = self.page(code)
        if page:
            inside = page.depth > 2
            page.move(Page.objects.get(depth=1) if inside else section(NewsIndexPage, code), pos="last-child")

    @precondition(lambda self: hasattr(self, "pages"))
    @rule(code=CODES)
    def delete(self, code: str) -> None:
        page = self.page(code)
        if page:
            page.delete()

    @rule()
    def worker(self) -> None:
        follow()

    @staticmethod
    def hour(minutes: int) -> Any:
        return now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=2, minutes=minutes)

    @invariant()
    def both_or_neither(self) -> None:
        rows = list(
            ContentItem.objects.filter(object_key=self.key).values_list(
                "locale", "visible_from", "visible_until"
            )
        )
        moments = {
            moment for _locale, *ends in rows for moment in ends if moment is not None and moment > now()
        }
        for moment in (now(), *moments):
            public = {
                code for code, since, until in rows if since <= moment and (until is None or until > moment)
            }
            assert len(public) in (0, 2), f"{public} alone at {moment}: {rows}"
        with connection.cursor() as cursor:
            cursor.execute("SELECT DISTINCT locale FROM public_content WHERE object_key = %s", [self.key])
            assert len(cursor.fetchall()) in (0, 2)

    def teardown(self) -> None:
        if hasattr(self, "pages"):
            follow()
            self.both_or_neither()
            assert differences() == []
            PageViewRestriction.objects.filter(page__in=self.pages.values()).delete()
            for code in self.pages:
                page = self.page(code)
                if page:
                    page.delete()
            follow()


@pytest.mark.parametrize("at_once", [True, False])
def test_random_writes_never_part_a_pair(past_the_guard: World, at_once: bool) -> None:
    """``at_once``: the store follows in the editor's request; else whenever the worker comes round."""
    examples = int(os.environ.get("GATE_EXAMPLES", "12"))
    run = settings(
        max_examples=examples, stateful_step_count=12, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    follower = follow if at_once else lambda: 0
    with patch.object(following, "follow_in_request", follower):
        run_state_machine_as_test(Newsroom, settings=run)
