"""The listings of an editor's day: both languages in each row, filters, and no query per row."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from cms.translation import drafting, segments, strings
from cms.translation.submission import submit
from cms.vocabulary.models import Topic
from media_library.models import Video, VideoText
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsReleasePage
from tests.admin.conftest import browser


@pytest.fixture
def client(anna: Any) -> Client:
    return browser(anna)


def locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def release(title: str, code: str = "en", *, live: bool = True, **values: Any) -> NewsReleasePage:
    section = NewsIndexPage.objects.get(locale__language_code=code)
    page = section.add_child(
        instance=NewsReleasePage(title=title, released_at=timezone.now(), live=False, **values)
    )
    revision = page.save_revision()
    if live:
        revision.publish()
    return NewsReleasePage.objects.get(pk=page.pk)


def translated(page: Any, code: str = "fr", *, live: bool = True) -> Any:
    translation = submit(page, locale(code))
    for segment in segments.missing(translation):
        strings.store(translation, segment, f"{code} {segment.string.data}", user=None)
    revision = drafting.save_draft(translation, user=None)
    if live:
        revision.publish()
    return translation.get_target_instance()


def titles(client: Client, url: str, **query: Any) -> set[str]:
    response = client.get(reverse(url), query)
    assert response.status_code == 200
    return {row.title for row in response.context["object_list"]}


def badges_of(client: Client, url: str, title: str) -> dict[str, str]:
    rows = client.get(reverse(url)).context["object_list"]
    row = next(row for row in rows if str(getattr(row, "title", row)) == title)
    return {badge.state.language: badge.state.code for badge in row.language_badges}


def test_each_row_shows_the_state_of_both_languages(client: Client) -> None:
    release("alone")
    translated(release("both live"))
    submit(release("waiting"), locale("fr"))
    changed = translated(release("changed"))
    changed.title = "changed since"
    changed.save_revision()
    release("written only", live=False)
    assert badges_of(client, "releases:index", "alone") == {"en": "live", "fr": "none"}
    assert badges_of(client, "releases:index", "both live") == {"en": "live", "fr": "live"}
    assert badges_of(client, "releases:index", "fr both live") == {"en": "live", "fr": "live"}
    assert badges_of(client, "releases:index", "changed") == {"en": "live", "fr": "live_draft"}
    assert badges_of(client, "releases:index", "written only") == {"en": "draft", "fr": "none"}
    rows = client.get(reverse("releases:index")).context["object_list"]
    waiting = [row for row in rows if row.title == "waiting" and row.locale.language_code == "en"]
    assert [badge.state.code for badge in waiting[0].language_badges] == ["live", "translating"]


def test_a_missing_language_leads_to_its_translation(client: Client) -> None:
    page = release("alone")
    html = client.get(reverse("releases:index")).content.decode()
    assert reverse("wagtail_localize:submit_page_translation", args=[page.pk]) in html


def test_releases_are_filtered(client: Client) -> None:
    release("a speech", kind="speech")
    release("une opinion", "fr", kind="opinion")
    translated(release("a pair", kind="statement"))
    submit(release("waiting", live=False), locale("fr"))
    url = "releases:index"
    assert titles(client, url, kind="speech") == {"a speech"}
    assert titles(client, url, kind=["speech", "opinion"]) == {"a speech", "une opinion"}
    assert titles(client, url, locale="fr") == {"une opinion", "fr a pair", "waiting"}
    assert titles(client, url, has_translation="yes") == {"a pair", "fr a pair", "waiting"}
    assert titles(client, url, has_translation="no") == {"a speech", "une opinion"}
    assert titles(client, url, version_state="live", locale="fr") == {"une opinion", "fr a pair"}
    assert titles(client, url, version_state="translating") == {"waiting"}
    assert titles(client, url, version_state="draft", locale="en") == {"waiting"}


def test_events_are_filtered_by_whether_they_take_place(client: Client) -> None:
    section = EventIndexPage.objects.get(locale__language_code="en")
    for state in ("scheduled", "cancelled"):
        section.add_child(instance=EventPage(title=state, state=state, kind="visit"))
    assert titles(client, "events:index", state="cancelled") == {"cancelled"}
    assert titles(client, "events:index", kind="visit") == {"scheduled", "cancelled"}
    assert titles(client, "events:index", kind="meeting") == set()


def test_videos_are_filtered_by_their_texts(client: Client) -> None:
    silent = Video.objects.create(working_title="silent")
    told = Video.objects.create(working_title="told")
    text = VideoText.objects.create(video=told, title="told", locale=locale("fr"), live=True)
    url = reverse(Video.snippet_viewset.get_url_name("list"))

    def found(**query: str) -> set[str]:
        return {row.working_title for row in client.get(url, query).context["object_list"]}

    assert found(has_text="fr") == {"told"}
    assert found(lacks_text="fr") == {"silent"}
    assert found(lacks_text="en") == {"silent", "told"}
    assert found(text_state="live") == {"told"}
    rows = {row.working_title: row for row in client.get(url).context["object_list"]}
    assert [badge.state.code for badge in rows["told"].language_badges] == ["none", "live"]
    assert f"video={silent.pk}" in rows["silent"].language_badges[0].url
    assert str(text.pk) in rows["told"].language_badges[1].url


def test_topics_are_filtered(client: Client) -> None:
    topic = Topic.objects.create(name="Sea", slug="sea", locale=locale("en"))
    topic.save_revision().publish()
    Topic.objects.create(name="Ciel", slug="ciel", locale=locale("fr"))
    url = reverse(Topic.snippet_viewset.get_url_name("list"))
    assert {row.name for row in client.get(url, {"locale": "fr"}).context["object_list"]} == {"Ciel"}
    assert {row.name for row in client.get(url, {"has_translation": "no"}).context["object_list"]} == {
        "Sea",
        "Ciel",
    }


@pytest.mark.parametrize(
    "make",
    [release, lambda title: translated(release(title)), lambda title: submit(release(title), locale("fr"))],
)
def test_the_listing_asks_no_more_for_more_rows(client: Client, make: Any) -> None:
    make("first")
    url = reverse("releases:index")
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(url)
    for number in range(6):
        make(f"more {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) <= len(few) + 1, [query["sql"][:120] for query in many.captured_queries]


def test_the_home_page_shows_the_morning(client: Client, anna: Any) -> None:
    draft = release("my draft", live=False)
    draft.save_revision(user=anna)
    submit(release("to translate"), locale("fr"))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    mine, waiting, today = (
        html.index(part) for part in ("My drafts", "Waiting for translation", "Published today")
    )
    assert "my draft" in html[mine:waiting]
    assert "to translate" in html[waiting:today]
    assert "EN → FR" in html[waiting:today]
    assert "0 of 1 translated" in html[waiting:today]
    assert "to translate" in html[today:]
    assert "my draft" not in html[today:]


def test_the_home_page_asks_no_more_for_more_stories(client: Client, anna: Any) -> None:
    def stories(count: int, name: str) -> None:
        for number in range(count):
            release(f"{name} draft {number}", live=False).save_revision(user=anna)
            submit(release(f"{name} waiting {number}"), locale("fr"))
            topic = Topic.objects.create(
                name=f"{name} {number}", slug=f"{name}-{number}", locale=locale("en")
            )
            topic.save_revision(user=anna).publish()

    url = reverse("wagtailadmin_home")
    stories(2, "few")
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    stories(8, "many")
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)


def test_the_menu_follows_the_day(client: Client) -> None:
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    names = (
        "News releases",
        "Events",
        "Video",
        "Translations",
        "Images",
        "Documents",
        "Vocabulary",
        "Pages",
        "Reports",
    )
    places = [html.index(f'"label": "{name}"') for name in names]
    assert places == sorted(places)


def test_a_listing_of_snippets_asks_no_more_for_more_rows(client: Client) -> None:
    def topics(count: int, name: str) -> None:
        for number in range(count):
            topic = Topic.objects.create(
                name=f"{name} {number}", slug=f"{name}-{number}", locale=locale("en")
            )
            topic.save_revision().publish()
            if number % 2:
                submit(topic, locale("fr"))

    url = reverse(Topic.snippet_viewset.get_url_name("list"))
    topics(3, "few")
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    topics(6, "many")
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
