"""The documentation page: whole, in either language alone, readable without scripts and without any outside host."""

import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import override

from cms.api.openapi import errors
from cms.contract.fields import public_fields
from cms.contract.publishable import registry
from tests.contract.asking import kept

PAGE = "/api/v2/docs/"
# Words that are the same in both languages.
SHARED = {
    *("Communiqué", "English", "Français", "UUID", "HTML", "Structures", "Type", "Description", "Programme"),
    *("Portrait", "Organisation", "Latitude", "Longitude", "Permanent"),
}


def read(client: Client, language: str) -> BeautifulSoup:
    response = client.get(PAGE, {"locale": language})
    assert response.status_code == 200
    assert response.headers["Content-Language"] == language
    return BeautifulSoup(response.content.decode(), "html.parser")


def prose(page: BeautifulSoup) -> set[str]:
    """The texts outside of code, bare of the signs around them."""
    for code in page.find_all(["code", "pre", "title"]):
        code.decompose()
    texts = {text.strip(" \n.,;:\u00a0") for text in page.body.find_all(string=True)}
    return {text for text in texts if re.search(r"\w", text)}


def test_it_speaks_one_language_at_a_time(client: Client) -> None:
    english, french = prose(read(client, "en")), prose(read(client, "fr"))
    assert english & french <= SHARED
    assert len(english) > 150
    assert len(french) > 150
    of_english = re.compile(r"\b(the|of|which|where|with|and|this|when|what|are|has)\b", re.IGNORECASE)
    # "and, or" are the two values of a parameter, which a message lists.
    assert [text for text in french if of_english.search(text.replace("and, or", ""))] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_is_on_it_and_every_link_leads_somewhere(client: Client, language: str) -> None:
    page = read(client, language)
    anchors = [element["id"] for element in page.find_all(id=True)]
    assert len(anchors) == len(set(anchors))
    assert set(errors.kinds()) <= set(anchors)
    assert set(kept()["components"]["schemas"]) - set(anchors) == set()
    links = [link["href"] for link in page.find_all("a")]
    assert [href for href in links if href.startswith("#") and href[1:] not in anchors] == []
    for model in registry.types.values():
        section = page.find(id=model.public_type().rpartition(".")[2])
        named = {term.get_text() for term in section.find_all("dt")}
        assert set(public_fields(model)) <= named
    for operation in (one["get"] for one in kept()["paths"].values()):
        assert operation["operationId"] in anchors
        queried = [one["name"] for one in operation["parameters"] if one.get("in") == "query"]
        assert {f"parameter-{name}" for name in queried} <= set(anchors)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_needs_no_script_and_nobody_else(client: Client, language: str) -> None:
    page = read(client, language)
    assert page.find_all(["script", "iframe", "img", "style"]) == []
    loaded = [link["href"] for link in page.find_all("link") if "alternate" not in link["rel"]]
    assert [href for href in loaded if not href.startswith("/static/")] == []
    assert page.html["lang"] == language


def test_problems_lead_to_it(client: Client) -> None:
    problem = client.get("/api/v2/pages/?limit=x&locale=fr").json()
    address, _hash, anchor = problem["type"].partition("#")
    assert address.endswith(PAGE)
    entry = read(client, "fr").find(id=anchor)
    shown = json.loads(entry.find("pre").get_text())
    with override("fr"):
        assert shown["title"] == problem["title"] == errors.kinds()["invalid-value"].title


def test_the_examples_of_addresses_are_addresses(client: Client) -> None:
    known = re.compile(r"/api/v2/(openapi\.json|docs/|[a-z]+/(find/)?)(\?[a-z_]+=.+)?$")
    tried = [link["href"] for link in read(client, "en").select("main a") if link["href"].startswith("/api/")]
    assert len(tried) > 15
    assert [address for address in tried if not known.match(address)] == []


@pytest.mark.django_db
def test_it_is_served_like_the_rest(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        french = client.get(PAGE, headers={"Accept-Language": "fr-CA, en;q=0.5"})
    assert french.headers["Content-Language"] == "fr"
    assert french.headers["Vary"] == "Accept-Language"
    assert french.headers["Content-Type"] == "text/html; charset=utf-8"
    named = client.get(f"{PAGE}?locale=fr", headers={"Accept-Language": "en"})
    assert named.content == french.content
    assert "Vary" not in named.headers
    tag = french.headers["ETag"]
    assert client.get(PAGE, headers={"Accept-Language": "fr", "If-None-Match": tag}).status_code == 304
    assert client.get(PAGE).headers["Content-Language"] == "en"
    head = client.head(f"{PAGE}?locale=fr")
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", tag)
    assert client.post(PAGE).status_code == 405
    wrong = client.get(f"{PAGE}?locale=de")
    assert (wrong.status_code, wrong.json()["parameter"]) == (400, "locale")
    assert client.get("/api/v2/docs").headers["Location"] == PAGE
