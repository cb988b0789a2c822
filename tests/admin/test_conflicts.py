"""Two editors of one page (case C15): the later form is held back, nothing of either is lost."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.vocabulary.models import Topic
from news.models import NewsIndexPage, NewsReleasePage
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


def autosave(client: Client, url: str, data: dict[str, Any]) -> dict[str, Any]:
    """What the browser saves by itself, and the answer."""
    answer = client.post(url, data, headers={"accept": "application/json"})
    assert answer.status_code == 200, answer.content
    return answer.json()  # type: ignore[no-any-return]


@pytest.mark.parametrize("pressed", [{}, {"action-publish": "1"}, {"action-submit": "1"}])
def test_a_form_is_sent_before_the_answer_to_its_own_autosave(
    anna: Any, release: NewsReleasePage, url: str, pressed: dict[str, str]
) -> None:
    client = browser(anna)
    form = opened(client, url, streams=RELEASE_STREAMS)
    autosave(client, url, {**form, "lead": "Anna beg"})
    assert client.post(url, {**form, "lead": "Anna begins", **pressed}).status_code == 302
    assert latest(release).lead == "Anna begins"
    assert not PageLogEntry.objects.filter(action="pages.overwrite").exists()


def test_a_form_has_been_saved_over_and_over(anna: Any, release: NewsReleasePage, url: str) -> None:
    client = browser(anna)
    form = opened(client, url, streams=RELEASE_STREAMS)
    first = autosave(client, url, {**form, "lead": "one"})
    known = {
        "loaded_revision_id": first["revision_id"],
        "loaded_revision_created_at": first["revision_created_at"],
    }
    again = {**form, **known, "lead": "two", "overwrite_revision_id": first["revision_id"]}
    assert autosave(client, url, again)["revision_id"] == first["revision_id"]
    sent = client.post(url, {**form, **known, "lead": "three", "action-publish": "1"})
    assert sent.status_code == 302
    assert NewsReleasePage.objects.get(pk=release.pk).lead == "three"


def test_an_autosave_goes_on_after_an_answer_was_lost(anna: Any, release: NewsReleasePage, url: str) -> None:
    client = browser(anna)
    form = opened(client, url, streams=RELEASE_STREAMS)
    autosave(client, url, {**form, "lead": "one"})
    autosave(client, url, {**form, "lead": "two"})
    assert latest(release).lead == "two"


@pytest.mark.parametrize("live", [True, False])
def test_a_new_row_of_a_form_is_not_saved_twice(
    anna: Any, release: NewsReleasePage, url: str, live: bool
) -> None:
    if not live:
        release.unpublish()
    topic = Topic.objects.create(name="Energy", slug="energy", locale=release.locale)
    topic.save_revision().publish()
    client = browser(anna)
    form = opened(client, url, streams=RELEASE_STREAMS)
    row = {
        "topic_links-TOTAL_FORMS": "1",
        "topic_links-0-id": "",
        "topic_links-0-ORDER": "1",
        "topic_links-0-DELETE": "",
        "topic_links-0-topic": topic.pk,
    }
    autosave(client, url, {**form, **row})
    assert latest(release).topic_links.count() == 1
    assert client.post(url, {**form, **row, "action-publish": "1"}).status_code == 302
    assert NewsReleasePage.objects.get(pk=release.pk).topic_links.count() == 1


def test_a_new_page_that_was_saved_by_itself_is_published(anna: Any) -> None:
    client = browser(anna)
    section = NewsIndexPage.objects.get(locale__language_code="en")
    add = reverse("wagtailadmin_pages:add", args=["news", "newsreleasepage", section.pk])
    form = {**opened(client, add, streams=RELEASE_STREAMS), "title": "New", "slug": "new"}
    first = autosave(client, add, form)
    url = first["url"]
    partials = client.get(first["hydrate_url"]).content.decode()
    number, at = re.findall(r'name="loaded_revision_(?:id|created_at)" value="([^"]+)"', partials)
    loaded = {"loaded_revision_id": number, "loaded_revision_created_at": at}
    again = {**form, **loaded, "lead": "Lea", "overwrite_revision_id": first["revision_id"]}
    autosave(client, url, again)
    sent = {**form, **loaded, "lead": "Lead", "released_at": "2026-11-25 09:30", "action-publish": "1"}
    assert client.post(url, sent).status_code == 302
    page = NewsReleasePage.objects.get(pk=first["pk"])
    assert (page.live, page.lead) == (True, "Lead")


@pytest.mark.parametrize("by_itself", [True, False])
@pytest.mark.parametrize("same_person", [True, False])
def test_another_window_counts_after_an_own_autosave_too(
    anna: Any, benoit: Any, release: NewsReleasePage, url: str, same_person: bool, by_itself: bool
) -> None:
    one, other = browser(anna), browser(anna if same_person else benoit)
    form = opened(one, url, streams=RELEASE_STREAMS)
    saved = autosave(one, url, {**form, "lead": "One"})
    elsewhere = {**opened(other, url, streams=RELEASE_STREAMS), "lead": "Other"}
    if by_itself:
        autosave(other, url, elsewhere)
    else:
        assert other.post(url, elsewhere).status_code == 302
    refused = one.post(
        url,
        {**form, "lead": "One more", "overwrite_revision_id": saved["revision_id"]},
        headers={"accept": "application/json"},
    )
    assert refused.json()["error_code"] == "invalid_revision"
    answer = one.post(url, {**form, "lead": "One more", "action-publish": "1"})
    assert answer.context["conflict"].by == ("anna" if same_person else "benoit")
    assert latest(release).lead == "Other"
    assert NewsReleasePage.objects.get(pk=release.pk).lead == "Lead as opened"


def test_a_key_of_somebody_else_opens_nothing(
    anna: Any, benoit: Any, release: NewsReleasePage, url: str
) -> None:
    ours, theirs = browser(anna), browser(benoit)
    stale = opened(theirs, url, streams=RELEASE_STREAMS)
    form = opened(ours, url, streams=RELEASE_STREAMS)
    autosave(ours, url, {**form, "lead": "By Anna"})
    assert form["editing_key"] != stale["editing_key"]
    for key in (form["editing_key"], "no key", ""):
        answer = theirs.post(url, {**stale, "lead": "By Benoît", "editing_key": key})
        assert answer.context["conflict"].by == "anna"
    assert latest(release).lead == "By Anna"


def test_a_form_sent_by_hand_before_is_asked_when_it_is_sent_again(
    anna: Any, release: NewsReleasePage, url: str
) -> None:
    client = browser(anna)
    form = opened(client, url, streams=RELEASE_STREAMS)
    assert client.post(url, {**form, "lead": "later"}).status_code == 302
    assert client.post(url, {**form, "lead": "earlier"}).context["conflict"] is not None
    assert latest(release).lead == "later"


def test_a_form_with_errors_keeps_its_key(anna: Any, release: NewsReleasePage, url: str) -> None:
    client = browser(anna)
    form = opened(client, url, streams=RELEASE_STREAMS)
    autosave(client, url, {**form, "lead": "Anna beg"})
    shown = client.post(url, {**form, "title": "", "action-publish": "1"})
    assert shown.context["conflict"] is None
    assert f'name="editing_key" value="{form["editing_key"]}"' in shown.content.decode()


def test_a_snippet_and_its_own_autosave(anna: Any, benoit: Any) -> None:
    ours, theirs = browser(anna), browser(benoit)
    add = reverse(Topic.snippet_viewset.get_url_name("add"))
    form = {**opened(ours, add, form=SNIPPET_FORM), "name": "Energy", "slug": "energy"}
    first = autosave(ours, add, form)
    url = first["url"]
    stale = opened(theirs, url, form=SNIPPET_FORM)
    loaded = {name: value for name, value in stale.items() if name.startswith("loaded_revision")}
    autosave(ours, url, {**form, **loaded, "description": "A", "overwrite_revision_id": first["revision_id"]})
    published = ours.post(url, {**form, **loaded, "description": "By Anna", "action-publish": "1"})
    assert published.status_code == 302
    assert Topic.objects.get(pk=first["pk"]).description == "By Anna"
    assert theirs.post(url, {**stale, "description": "By Benoît"}).context["conflict"].by == "anna"
