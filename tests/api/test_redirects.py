"""Redirects: public while what they lead to is, and found by the old address."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.store.following import follow
from news.models import NewsReleasePage
from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom
from tests.api.test_lists import ids


def made(old_path: str, to: object, **more: object) -> int:
    redirect = Redirect.add_redirect(old_path, to, **more)
    follow()
    number: int = redirect.pk
    return number


def page(number: int) -> Page:
    return Page.objects.get(pk=number)


def test_a_list_says_from_where_to_where(ask: Ask, newsroom: Newsroom) -> None:
    answer = ask("redirects/")
    assert answer["Content-Language"] == "en, fr"
    (item,) = answer.json()["items"]
    assert list(item) == ["id", "meta", "title", "old_path", "location"]
    assert (item["id"], item["meta"]["type"]) == (newsroom.redirect, "wagtailredirects.Redirect")
    assert item["meta"]["locale"] == "fr"
    assert item["meta"]["detail_url"].endswith(f"/api/v2/redirects/{newsroom.redirect}/")
    assert item["old_path"] == "/old-news"
    assert item["location"] == ask(f"pages/{newsroom.releases[0][1]}/").json()["meta"]["html_url"]
    whole = ask(f"redirects/{newsroom.redirect}/", most=1).json()
    assert whole["is_permanent"] is True
    assert ids(ask("redirects/", locale="en")) == []


def test_it_follows_its_page(
    ask: Ask,
    newsroom: Newsroom,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    release = NewsReleasePage.objects.get(pk=newsroom.releases[0][1])
    release.slug = "ailleurs"
    with django_capture_on_commit_callbacks(execute=True):
        release.save_revision().publish()
    follow()
    location = ask(f"redirects/{newsroom.redirect}/").json()["location"]
    assert location.endswith("/fr/actualites/ailleurs/")
    # Wagtail has made one for the address that it left.
    left = ask("redirects/", old_path="/fr/actualites/communique-0").json()["items"]
    assert [item["location"] for item in left] == [location]


def test_it_goes_with_its_page_at_once(ask: Ask, newsroom: Newsroom) -> None:
    # Nothing has followed: the database's own triggers hide it.
    Page.objects.filter(pk=newsroom.releases[0][1]).update(live=False)
    assert ids(ask("redirects/")) == []
    assert ask(f"redirects/{newsroom.redirect}/").status_code == 404
    assert ask("redirects/find/", html_path="/old-news").status_code == 404


def test_what_is_not_public_has_no_redirect(ask: Ask, newsroom: Newsroom) -> None:
    for number, hidden in enumerate(newsroom.hidden):
        made(f"/canary-{number}", page(hidden))
    assert ids(ask("redirects/")) == [newsroom.redirect]
    assert "canary" not in ask("redirects/", fields="*").content.decode()


def test_it_is_public_when_its_page_is(ask: Ask, newsroom: Newsroom) -> None:
    """The redirect to a page that awaits its instant stands ready for the same one."""
    from cms.store.models import ContentItem

    embargoed = newsroom.hidden[-1]
    number = made("/canary", page(embargoed))
    rows = ContentItem.objects.filter(source=f"wagtailcore_page:{embargoed}")
    assert {row.object_key.partition(":")[0] for row in rows} == {"page", "redirect"}
    assert len({row.visible_from for row in rows}) == 1
    rows.update(visible_from=timezone.now() - timedelta(seconds=1))
    assert ask(f"redirects/{number}/").json()["location"].endswith("/en/news/embargo/")


def test_to_another_address(ask: Ask, newsroom: Newsroom) -> None:
    number = made("/fr/ailleurs", "https://example.org/x?a=1", is_permanent=False)
    body = ask(f"redirects/{number}/").json()
    assert (body["location"], body["is_permanent"], body["meta"]["locale"]) == (
        "https://example.org/x?a=1",
        False,
        "fr",
    )
    assert (
        ask(f"redirects/{made('/promo', '/en/news/')}/").json()["location"]
        == "http://localhost:8000/en/news/"
    )
    Redirect.objects.filter(pk=number).delete()
    assert ask(f"redirects/{number}/").status_code == 404


def test_it_can_be_led_elsewhere(ask: Ask, newsroom: Newsroom) -> None:
    redirect = Redirect.objects.get(pk=newsroom.redirect)
    redirect.redirect_page, redirect.redirect_link = None, "https://example.org/"
    redirect.save()
    follow()
    assert ask(f"redirects/{redirect.pk}/").json()["location"] == "https://example.org/"
    redirect.redirect_page = page(newsroom.releases[1][0])
    redirect.redirect_page_route_path = "/part/"
    redirect.save()
    follow()
    body = ask(f"redirects/{redirect.pk}/").json()
    assert body["location"].endswith("/en/news/release-1/part/")
    assert body["meta"]["locale"] == "en"
    redirect.delete()
    follow()
    assert ids(ask("redirects/")) == []


def test_one_of_another_site_is_not_of_this_one(ask: Ask, newsroom: Newsroom) -> None:
    other = Site.objects.create(hostname="other", root_page=page(newsroom.releases[0][0]))
    assert made("/x", page(newsroom.releases[0][0]), site=other) not in ids(ask("redirects/"))
    own = Site.objects.get(is_default_site=True)
    assert made("/y", page(newsroom.releases[0][0]), site=own) in ids(ask("redirects/"))


@pytest.mark.parametrize("path", ["/old-news", "/old-news/", "old-news", "//old-news//"])
def test_found_by_the_old_path(ask: Ask, newsroom: Newsroom, path: str) -> None:
    answer = ask("redirects/find/", html_path=path)
    assert (answer.status_code, answer["Location"]) == (302, f"/api/v2/redirects/{newsroom.redirect}/")
    assert answer["Content-Language"] == "fr"


def test_found_with_a_query_and_by_id(ask: Ask, newsroom: Newsroom) -> None:
    number = made("/page.asp?b=2&a=é", page(newsroom.releases[0][0]))
    for path in ("/page.asp?a=é&b=2", "/page.asp?b=2&a=é"):
        answer = ask("redirects/find/", html_path=path, fields="_,location")
        assert answer["Location"] == f"/api/v2/redirects/{number}/?fields=_%2Clocation"
    assert ask("redirects/find/", id=number)["Location"] == f"/api/v2/redirects/{number}/"


@pytest.mark.parametrize("path", ["/none-such", "/", "/old", "/old-news/x"])
def test_what_leads_nowhere_is_not_found(ask: Ask, newsroom: Newsroom, path: str) -> None:
    assert ask("redirects/find/", html_path=path).status_code == 404


@pytest.mark.parametrize(
    "query", [{}, {"id": 1, "html_path": "/x"}, {"html_path": "/x#y"}, {"html_path": "http://x/"}]
)
def test_bad_questions(ask: Ask, newsroom: Newsroom, query: dict[str, object]) -> None:
    assert ask("redirects/find/", **query).status_code == 400
