"""What a page says to caches: its language, its validator, and that it must be asked for each time."""

from typing import Any

import pytest
from django.test import Client

from cms.store.following import follow
from news.models import NewsReleasePage
from tests.website.making import Newsroom


@pytest.mark.parametrize("name", ["home", "news", "release", "event", "video", "topic"])
def test_a_page_is_validated_each_time(newsroom: Newsroom, client: Client, name: str, settings: Any) -> None:
    path = newsroom.paths[name]["en"]
    response = client.get(path)
    tag = response.headers["ETag"]
    assert response.headers["Cache-Control"] == "no-cache"
    assert tag.startswith('"')
    assert settings.BUILD in tag
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not response.cookies
    again = client.get(path, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.headers["ETag"] == tag
    assert again.headers["Content-Language"] == "en"
    assert not again.content
    settings.BUILD = "another"
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_change_anywhere_makes_a_new_validator(newsroom: Newsroom, client: Client) -> None:
    path = newsroom.paths["home"]["fr"]
    tag = client.get(path).headers["ETag"]
    page = NewsReleasePage.objects.get(pk=newsroom.made["release"]["fr"].pk)
    page.title = "Un autre titre"
    page.save_revision().publish()
    follow()
    response = client.get(path, headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert "Un autre titre" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/en/", "/fr/actualites/", "/fr/rien/"])
def test_head_is_get_without_a_body(newsroom: Newsroom, client: Client, path: str) -> None:
    get, head = client.get(path), client.head(path)
    assert head.status_code == get.status_code
    assert head.content == b""
    assert head.headers.get("ETag") == get.headers.get("ETag")


@pytest.mark.parametrize("path", ["/", "/en/", "/fr/actualites/"])
def test_nothing_can_be_sent_to_a_page(newsroom: Newsroom, client: Client, path: str) -> None:
    assert client.post(path).status_code == 405


def test_what_is_not_there(newsroom: Newsroom, client: Client) -> None:
    for path in (
        "/en/nothing/",
        "/fr/%00/",
        "/fr/a%0d%0ab/",
        "/en/" + "a/" * 300,
        "/de/",
        "/nothing",
        "/fr/%ff/",
        "/en/../admin/x",
    ):
        response = client.get(path, headers={"Accept-Language": "fr"})
        assert response.status_code in {301, 404}, path
    response = client.get("/nothing/", headers={"Accept-Language": "fr"})
    assert response.headers["Content-Language"] == "fr"
    assert response.headers["Vary"] == "Accept-Language"
    assert "Page introuvable" in response.content.decode()


def test_addresses_without_their_slash_are_completed(newsroom: Newsroom, client: Client) -> None:
    assert client.get("/fr").headers["Location"] == "/fr/"
    assert client.get("/en/news/watch").headers["Location"] == "/en/news/watch/"
