"""Two editors of one page (case C15): the later form is held back, nothing of either is lost."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.vocabulary.models import Topic
from news.models import NewsReleasePage
from tests.admin.conftest import browser
from tests.admin.forms import RELEASE_STREAMS, SNIPPET_FORM, opened


@pytest.fixture
def url(release: NewsReleasePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[release.pk])


def latest(release: NewsReleasePage) -> Any:
    return NewsReleasePage.objects.get(pk=release.pk).get_latest_revision_as_object()


@pytest.mark.parametrize("pressed", [{}, {"action-publish": "1"}, {"action-submit": "1"}])
def test_a_stale_form_is_held_back_with_both_texts(
    anna: Any, benoit: Any, release: NewsReleasePage, url: str, pressed: dict[str, str]
) -> None:
    ours, theirs = browser(anna), browser(benoit)
    stale = opened(theirs, url, streams=RELEASE_STREAMS)
    fresh = opened(ours, url, streams=RELEASE_STREAMS)
    assert ours.post(url, {**fresh, "lead": "By Anna", "action-publish": "1"}).status_code == 302
    answer = theirs.post(url, {**stale, "lead": "By Benoît", **pressed})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "anna" in text
    assert "By Benoît</textarea>" in text
    assert "By Anna" in text or '<span class="deletion">Anna</span>' in text
    assert latest(release).lead == "By Anna"
    assert NewsReleasePage.objects.get(pk=release.pk).lead == "By Anna"


def test_pressing_again_without_deciding_is_held_back_again(
    anna: Any, benoit: Any, release: NewsReleasePage, url: str
) -> None:
    ours, theirs = browser(anna), browser(benoit)
    stale = opened(theirs, url, streams=RELEASE_STREAMS)
    ours.post(url, {**opened(ours, url, streams=RELEASE_STREAMS), "lead": "By Anna"})
    first = theirs.post(url, {**stale, "lead": "By Benoît"})
    loaded = first.context["conflict"].loaded
    assert f'name="loaded_revision_id" value="{loaded}"' in first.content.decode()
    again = theirs.post(url, {**stale, "lead": "By Benoît", "loaded_revision_id": loaded})
    assert again.context["conflict"] is not None
    assert latest(release).lead == "By Anna"


def test_the_decision_is_logged_and_the_replaced_version_stays(
    anna: Any, benoit: Any, release: NewsReleasePage, url: str
) -> None:
    ours, theirs = browser(anna), browser(benoit)
    stale = opened(theirs, url, streams=RELEASE_STREAMS)
    ours.post(url, {**opened(ours, url, streams=RELEASE_STREAMS), "lead": "By Anna"})
    newest = NewsReleasePage.objects.get(pk=release.pk).latest_revision
    answer = theirs.post(url, {**stale, "lead": "By Benoît", "overwrite_newer_revision": newest.pk})
    assert answer.status_code == 302
    assert latest(release).lead == "By Benoît"
    newest.refresh_from_db()
    assert newest.content["lead"] == "By Anna"
    entry = PageLogEntry.objects.get(action="pages.overwrite")
    assert entry.user == benoit
    assert entry.data["revision"]["id"] == newest.pk
    history = browser(anna).get(reverse("wagtailadmin_pages:history", args=[release.pk])).content.decode()
    assert f"Replaced version {newest.pk} of anna" in history


def test_a_decision_about_an_older_version_does_not_count(
    anna: Any, benoit: Any, release: NewsReleasePage, url: str
) -> None:
    ours, theirs = browser(anna), browser(benoit)
    stale = opened(theirs, url, streams=RELEASE_STREAMS)
    ours.post(url, {**opened(ours, url, streams=RELEASE_STREAMS), "lead": "By Anna"})
    seen = NewsReleasePage.objects.get(pk=release.pk).latest_revision_id
    ours.post(url, {**opened(ours, url, streams=RELEASE_STREAMS), "lead": "By Anna, later"})
    answer = theirs.post(url, {**stale, "lead": "By Benoît", "overwrite_newer_revision": seen})
    assert answer.status_code == 200
    assert latest(release).lead == "By Anna, later"
    assert not PageLogEntry.objects.filter(action="pages.overwrite").exists()


def test_autosave_is_refused_as_before(anna: Any, benoit: Any, release: NewsReleasePage, url: str) -> None:
    ours, theirs = browser(anna), browser(benoit)
    stale = opened(theirs, url, streams=RELEASE_STREAMS)
    ours.post(url, {**opened(ours, url, streams=RELEASE_STREAMS), "lead": "By Anna"})
    answer = theirs.post(url, {**stale, "lead": "By Benoît"}, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert latest(release).lead == "By Anna"


def test_one_editor_alone_is_never_asked(anna: Any, release: NewsReleasePage, url: str) -> None:
    client = browser(anna)
    for lead in ("one", "two"):
        data = opened(client, url, streams=RELEASE_STREAMS)
        assert client.post(url, {**data, "lead": lead, "action-publish": "1"}).status_code == 302
    assert NewsReleasePage.objects.get(pk=release.pk).lead == "two"


def test_a_version_saved_over_by_autosave_is_noticed(
    anna: Any, benoit: Any, release: NewsReleasePage, url: str
) -> None:
    ours, theirs = browser(anna), browser(benoit)
    page = NewsReleasePage.objects.get(pk=release.pk)
    page.lead = "Anna begins"
    revision = page.save_revision(user=anna)
    stale = opened(theirs, url, streams=RELEASE_STREAMS)
    page.lead = "Anna goes on"
    page.save_revision(user=anna, overwrite_revision=revision)
    answer = theirs.post(url, {**stale, "lead": "By Benoît"})
    assert answer.context["conflict"] is not None
    assert latest(release).lead == "Anna goes on"
    assert ours is not theirs


def test_snippets_are_held_back_alike(anna: Any, benoit: Any) -> None:
    topic = Topic.objects.create(name="As opened", slug="as-opened")
    topic.save_revision().publish()
    url = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])
    ours, theirs = browser(anna), browser(benoit)
    stale = opened(theirs, url, form=SNIPPET_FORM)
    fresh = opened(ours, url, form=SNIPPET_FORM)
    assert ours.post(url, {**fresh, "description": "By Anna", "action-publish": "1"}).status_code == 302
    answer = theirs.post(url, {**stale, "description": "By Benoît", "action-publish": "1"})
    assert answer.status_code == 200
    assert answer.context["conflict"].by == "anna"
    assert Topic.objects.get(pk=topic.pk).description == "By Anna"
    newest = Topic.objects.get(pk=topic.pk).latest_revision_id
    theirs.post(
        url, {**stale, "description": "By Benoît", "action-publish": "1", "overwrite_newer_revision": newest}
    )
    assert Topic.objects.get(pk=topic.pk).description == "By Benoît"
    assert ModelLogEntry.objects.filter(action="pages.overwrite", user=benoit).exists()
