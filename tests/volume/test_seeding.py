"""Releases in any number: the same ones in every database, in both languages, public in the store at once."""

import os
import signal
from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from cms.store import rebuilding
from cms.store.following import follow
from cms.store.models import Change, ContentItem, Mark
from cms.store.models import Counter as ChangeCounter
from news.models import NewsIndexPage, NewsReleasePage
from tests.processes import python, wait_for
from tests.run_database import RunDatabase
from tests.volume.state import state

pytestmark = pytest.mark.django_db(transaction=True)


def seed(count: int) -> None:
    call_command("seed_volume", str(count), verbosity=0)


def test_every_release_is_public_in_both_languages(client: Client) -> None:
    seed(40)
    for language in ("en", "fr"):
        answer = client.get(f"/api/v2/pages/?type=news.NewsReleasePage&locale={language}&limit=100")
        items = answer.json()["items"]
        assert len(items) == 40
        for item in items[::10]:
            page = client.get(f"/api/v2/pages/{item['id']}/").json()
            assert [other["locale"] for other in page["meta"]["translations"]] == [
                "fr" if language == "en" else "en"
            ]
            assert len(page["body"]) > 4
            assert page["topics"]
            assert client.get(item["meta"]["html_url"]).status_code == 200
    pages = NewsReleasePage.objects.all()
    assert set(Counter(pages.values_list("translation_key", flat=True)).values()) == {2}
    assert len({page.kind for page in pages}) > 4
    assert len({page.released_at.year for page in pages}) > 15
    assert any(page.related_links.exists() for page in pages)


def test_the_tree_and_the_revisions_are_as_wagtail_would_have_made_them() -> None:
    seed(30)
    assert Page.find_problems() == ([], [], [], [], [])
    for section in NewsIndexPage.objects.all():
        assert section.numchild == section.get_children().count() == 30
    for page in NewsReleasePage.objects.all()[:10]:
        draft = page.get_latest_revision_as_object()
        assert page.live_revision_id == page.latest_revision_id
        assert not page.has_unpublished_changes
        for name in ("title", "slug", "url_path", "path", "lead", "released_at", "translation_key"):
            assert getattr(draft, name) == getattr(page, name)
        assert list(draft.body.raw_data) == list(page.body.raw_data)
        assert [link.topic_id for link in draft.topic_links.all()] == [
            link.topic_id for link in page.topic_links.all()
        ]
    page = NewsReleasePage.objects.order_by("pk").first()
    assert page is not None
    page.title = "Changed by an editor"
    page.save_revision().publish()
    follow()
    assert ContentItem.objects.filter(title="Changed by an editor").count() == 1
    after = NewsIndexPage.objects.first()
    after.add_child(
        instance=NewsReleasePage(title="An editor's", locale=after.locale, released_at=page.released_at)
    )
    assert Page.find_problems() == ([], [], [], [], [])


def test_nothing_is_left_for_the_worker_and_nobody_elses_mark_is_taken() -> None:
    follow()
    seed(1)
    home = Mark.objects.create(source="wagtailcore_page:2")
    seed(30)
    assert list(Mark.objects.values_list("pk", flat=True)) == [home.pk]
    assert not rebuilding.check(lambda _count: None)


def test_a_second_run_does_nothing() -> None:
    seed(30)
    before, numbers = state(), ChangeCounter.objects.get().number
    seed(30)
    seed(7)
    assert (Change.objects.count(), ChangeCounter.objects.get().number) == (
        Change.objects.filter(number__lte=numbers).count(),
        numbers,
    )
    assert state() == before


def test_more_are_added_as_if_all_had_been_asked_for_at_once(run_database: RunDatabase) -> None:
    for count in (3, 28, 60):
        seed(count)
    grown = state()
    run_database.restore()
    seed(60)
    assert grown == state()
    assert len(grown["pages"]) == 120


def test_killed_and_run_again(run_database: RunDatabase, process_environment: dict[str, str]) -> None:
    environment = process_environment | {"LOG_LEVEL": "WARNING"}
    for least in (1, 100):
        with python("manage.py", "seed_volume", "150", environment=environment) as process:
            wait_for(
                lambda least=least: NewsReleasePage.objects.count() >= least or process.poll() is not None, 60
            )
            assert process.poll() is None, process.communicate()[0]
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        pages = NewsReleasePage.objects.count()
        assert 0 < pages < 300
        assert ContentItem.objects.filter(type="news.NewsReleasePage").count() == pages
        assert pages % 50 == 0, "a batch is there in part"
    seed(150)
    assert not rebuilding.check(lambda _count: None)
    resumed = state()
    run_database.restore()
    seed(150)
    assert resumed == state()


def test_what_an_editor_has_made_of_a_release_stays() -> None:
    seed(5)
    page = NewsReleasePage.objects.first()
    page.title = "Rewritten"
    page.save_revision().publish()
    page.get_translations().first().delete()
    seed(6)
    assert NewsReleasePage.objects.filter(title="Rewritten").count() == 1
    assert NewsReleasePage.objects.count() == 11


def test_without_sections_it_says_what_makes_them() -> None:
    NewsIndexPage.objects.first().delete()
    with pytest.raises(CommandError, match="setup_site"):
        seed(1)


@pytest.mark.parametrize("written", ["0", "-1", "many", "500001", "1.5"])
def test_a_number_that_is_none(written: str) -> None:
    with pytest.raises(CommandError, match="from 1 to 500000"):
        call_command("seed_volume", "--", written)
