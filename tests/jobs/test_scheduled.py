"""Scheduled publishing: what is due comes and goes, and one that fails keeps no other from the public."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, Revision

from cms.jobs import scheduled

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_failures_known() -> None:
    scheduled._failures.clear()


@pytest.fixture
def section() -> Page:
    return Page.objects.get(slug="news", depth=3)


def due_release(section: Page, title: str) -> Page:
    """A draft whose publication was approved for a moment that has passed."""
    from news.models import NewsReleasePage

    now = timezone.now()
    page = NewsReleasePage(
        title=title, slug=title, live=False, lead="Lead", released_at=now, kind="press_release"
    )
    page.go_live_at = now - timedelta(seconds=1)
    section.add_child(instance=page)
    page.save_revision(approved_go_live_at=page.go_live_at)
    return page


def test_nothing_is_due_at_first() -> None:
    assert not scheduled.anything_due()
    assert scheduled.publish_scheduled() == 0


def test_an_approved_revision_goes_live_and_an_expired_page_goes(section: Page) -> None:
    page = due_release(section, "one")
    assert scheduled.anything_due()
    assert scheduled.publish_scheduled() == 1
    page.refresh_from_db()
    assert page.live
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert scheduled.anything_due()
    assert scheduled.publish_scheduled() == 1
    page.refresh_from_db()
    assert not page.live
    assert page.expired
    assert not scheduled.anything_due()


def test_one_that_fails_keeps_no_other_from_the_public(
    section: Page, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    poisoned, healthy = due_release(section, "poisoned"), due_release(section, "healthy")
    publish = Revision.publish
    tried: list[str] = []

    def poisoned_publish(self: Revision, *args: object, **kwargs: object) -> object:
        tried.append(str(self.object_str))
        if self.object_id == str(poisoned.pk):
            Page.objects.filter(pk=healthy.pk).update(draft_title="half written")
            raise RuntimeError("no good")
        return publish(self, *args, **kwargs)

    monkeypatch.setattr(Revision, "publish", poisoned_publish)
    assert scheduled.publish_scheduled() == 1
    healthy.refresh_from_db()
    poisoned.refresh_from_db()
    assert healthy.live
    assert healthy.draft_title == "healthy", "what a failure wrote is undone"
    assert not poisoned.live
    assert "no good" in caplog.text
    scheduled.publish_scheduled()
    assert len(tried) == 2, "what failed is left alone for a while"


def test_the_languages_of_one_thing_come_together_or_not_at_all(
    section: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    from news.models import NewsReleasePage

    english = due_release(section, "pair")
    french = due_release(section.get_translations().get(), "paire")
    NewsReleasePage.objects.filter(pk=french.pk).update(translation_key=english.translation_key)
    publish = Revision.publish

    def poisoned_publish(self: Revision, *args: object, **kwargs: object) -> object:
        if self.object_id == str(french.pk):
            raise RuntimeError("no good")
        return publish(self, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Revision, "publish", poisoned_publish)
        assert scheduled.publish_scheduled() == 0
    assert not Page.objects.get(pk=english.pk).live
    scheduled._failures.clear()
    assert scheduled.publish_scheduled() == 2
    assert Page.objects.get(pk=english.pk).live
    assert Page.objects.get(pk=french.pk).live


def test_what_is_approved_for_later_outlives_the_expiry_of_what_is_public(section: Page) -> None:
    page = due_release(section, "successor")
    scheduled.publish_scheduled()
    page = page.specific_class.objects.get(pk=page.pk)
    page.title, page.go_live_at = "later", timezone.now() + timedelta(hours=1)
    later = page.save_revision()
    later.publish()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert scheduled.publish_scheduled() == 1
    assert not Page.objects.get(pk=page.pk).live
    assert Revision.objects.get(pk=later.pk).approved_go_live_at == page.go_live_at
