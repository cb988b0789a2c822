"""Every way to publish, tried with one language of two: refused with the reason, and nothing public has changed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowTask
from wagtail.users.models import UserProfile

from cms.publishing.pairs import pair_of
from cms.publishing.release import release
from cms.store.following import follow
from news.models import NewsReleasePage
from tests.admin.forms import RELEASE_STREAMS, opened
from tests.publishing.stories import draft_release, draft_releases, public
from tests.store.world import differences

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGE_NAMES = {"en": {"en": "English", "fr": "French"}, "fr": {"en": "anglais", "fr": "français"}}


def chief(language: str) -> Client:
    """A browser of somebody who may do everything, with the admin in ``language``."""
    person = get_user_model().objects.create_superuser("chief", "chief@example.org", "secret")
    UserProfile.objects.create(user=person, preferred_language=language)
    client = Client()
    client.force_login(person)
    return client


def by_save(page: Any) -> None:
    page.live = True
    page.save()


def by_going_live_later(page: Any) -> None:
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()


def by_restoring(page: Any) -> None:
    first = page.get_latest_revision()
    page.title = "later"
    page.save_revision()
    page.save_revision(previous_revision=first).publish(previous_revision=first)


def by_workflow(page: Any) -> None:
    workflow = Workflow.objects.create(name="look")
    task = GroupApprovalTask.objects.create(name="look")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    person = get_user_model().objects.create_superuser("approver", "a@example.org", "secret")
    state = workflow.start(page, person)
    state.current_task_state.specific.approve(user=person)


BY_CODE: dict[str, Callable[[Any], Any]] = {
    "revision": lambda page: page.get_latest_revision().publish(),
    "save": by_save,
    "schedule": by_going_live_later,
    "restore": by_restoring,
    "workflow": by_workflow,
    "release": lambda page: release(pair_of(page), user=None),
}


def is_public(page: Any) -> bool:
    rows = Page.objects.filter(translation_key=page.translation_key)
    approved = Revision.page_revisions.filter(
        object_id__in=[str(row.pk) for row in rows], approved_go_live_at__isnull=False
    )
    follow()
    return rows.filter(live=True).exists() or approved.exists() or bool(public(page))


@pytest.mark.parametrize(("code", "other"), [("en", "fr"), ("fr", "en")])
@pytest.mark.parametrize("way", BY_CODE)
def test_a_version_that_is_missing_keeps_the_other_back(way: str, code: str, other: str) -> None:
    page = draft_release(code)
    with translation.override(code), pytest.raises(ValidationError) as refused:
        BY_CODE[way](page)
    reason = " ".join(refused.value.messages)
    assert LANGUAGE_NAMES[code][other] in reason
    assert set(refused.value.message_dict) == {"__all__"}
    assert not is_public(page)
    assert differences() == []


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("way", ["revision", "save", "schedule", "restore"])
def test_a_draft_in_the_other_language_does_not_let_one_go_alone(way: str, code: str) -> None:
    page = draft_releases()[code]
    with pytest.raises(ValidationError):
        BY_CODE[way](page)
    assert not is_public(page)


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("way", ["revision", "restore", "schedule"])
def test_a_change_of_substance_in_one_language_waits(way: str, code: str) -> None:
    pages = draft_releases()
    release(pair_of(pages["en"]), user=None)
    page = NewsReleasePage.objects.get(pk=pages[code].pk)
    page.lead = "twelve, no: thirteen"
    page.save_revision()
    with pytest.raises(ValidationError):
        BY_CODE[way](page)
    follow()
    assert NewsReleasePage.objects.get(pk=page.pk).lead != page.lead
    assert public(page) == {"en", "fr"}
    assert differences() == []


@pytest.mark.parametrize(("code", "other"), [("en", "fr"), ("fr", "en")])
def test_the_page_editor_says_why(code: str, other: str) -> None:
    client, page = chief(code), draft_release(code)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(
        url, opened(client, url, streams=RELEASE_STREAMS) | {"action-publish": "1"}, follow=True
    )
    assert answer.status_code == 200
    assert LANGUAGE_NAMES[code][other] in answer.content.decode()
    assert not is_public(page)


@pytest.mark.parametrize(("code", "other"), [("en", "fr"), ("fr", "en")])
def test_bulk_publishing_says_why(code: str, other: str) -> None:
    client, page = chief(code), draft_release(code)
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    answer = client.post(f"{url}?id={page.pk}&next=/admin/", {"include_descendants": ""}, follow=True)
    assert answer.status_code == 200
    assert not is_public(page)


def test_both_go_out_with_one_release() -> None:
    pages = draft_releases()
    release(pair_of(pages["fr"]), user=None)
    follow()
    assert public(pages["en"]) == {"en", "fr"}
    rows = NewsReleasePage.objects.filter(translation_key=pages["en"].translation_key)
    assert len(set(rows.values_list("first_published_at", "last_published_at"))) == 1
    assert differences() == []
