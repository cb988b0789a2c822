"""The choice of language, and in demo mode the ways into the admin."""

from typing import Any

import pytest
from django.test import Client

from cms.users.models import User
from home.demo.accounts import ACCOUNTS
from tests.website.conftest import Read
from tests.website.making import Newsroom
from tests.website.reading import Page


@pytest.mark.parametrize(
    ("asked", "first"), [("fr-BE, en;q=0.5", "fr"), ("en", "en"), ("", "en"), ("de, fr", "fr")]
)
def test_each_language_offers_itself_in_its_own_words(
    newsroom: Newsroom, read: Read, asked: str, first: str
) -> None:
    page = read("/", accept_language=asked)
    assert page.language == page.header("Content-Language") == first
    assert "Accept-Language" in page.header("Vary")
    assert page.wrong_words() == []
    assert ("en", "Read in English") in page.texts
    assert ("fr", "Lire en français") in page.texts
    assert ("fr", "Salle de presse de l’Alliance") in page.texts
    ways = [link["href"] for link in page.all("a") if link.get("class") == "enter"]
    assert ways == [f"/{first}/", "/en/" if first == "fr" else "/fr/"]


def test_outside_the_demo_there_is_no_way_in(newsroom: Newsroom, client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert "/demo/" not in client.get("/").content.decode()
    assert client.post("/demo/sign-in/", {"account": "chief"}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_in_the_demo_one_click_signs_in(newsroom: Newsroom, settings: Any) -> None:
    settings.DEMO = True
    for account in ACCOUNTS:
        User.objects.create_superuser(account.username, password="x")
    client = Client(enforce_csrf_checks=True)
    page = Page(client.get("/"))
    assert page.wrong_words() == []
    assert len(page.all("form", action="/demo/sign-in/")) == 2 * len(ACCOUNTS)
    assert page.html.count("<li>") == 2 * 3 * len(ACCOUNTS)
    token = page.all("input", name="csrfmiddlewaretoken")[0]["value"]
    refused = client.post("/demo/sign-in/", {"account": "chief"})
    assert refused.status_code == 403
    answer = client.post("/demo/sign-in/", {"account": "chief", "csrfmiddlewaretoken": token})
    assert answer.headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("name", ["", "root", "admin", "chief\0", "x" * 5000])
def test_the_demo_signs_in_nobody_else(newsroom: Newsroom, client: Client, settings: Any, name: str) -> None:
    settings.DEMO = True
    User.objects.create_superuser("root", password="x")
    assert client.post("/demo/sign-in/", {"account": name}).status_code == 404
    assert client.get("/demo/sign-in/").status_code == 405
    assert "_auth_user_id" not in client.session


def test_a_demo_that_is_still_loading_says_so(newsroom: Newsroom, client: Client, settings: Any) -> None:
    settings.DEMO = True
    answer = client.post("/demo/sign-in/", {"account": "chief"}, headers={"Accept-Language": "fr"})
    assert answer.status_code == 503
    assert "n’est pas encore prête" in answer.content.decode()
