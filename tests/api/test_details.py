"""Details, and finding them by path or id."""

import json

import pytest

from cms.api.endpoints import COLLECTIONS
from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom, texts_of

RELEASE_META = [
    "type", "detail_url", "html_url", "slug", "locale", "first_published_at", "last_published_at", "translation_key",
    "show_in_menus", "seo_title", "search_description", "regime", "source", "parent", "languages", "translations",
]  # fmt: skip


def test_a_page_says_all_that_its_type_declares(ask: Ask, newsroom: Newsroom) -> None:
    english, french = newsroom.releases[1]
    answer = ask(f"pages/{french}/", most=1)
    page = answer.json()
    assert answer["Content-Language"] == "fr"
    assert "Vary" not in answer
    assert (page["id"], page["title"], page["lead"]) == (french, "FR: Release 01", "FR: lead")
    assert list(page["meta"]) == RELEASE_META
    assert page["meta"]["parent"]["meta"]["html_url"].endswith("/fr/actualites/")
    translations = page["meta"]["translations"]
    assert [(one["id"], one["locale"], one["title"]) for one in translations] == [
        (english, "en", "EN: Release 01")
    ]
    assert page["body"][0]["value"] == {"text": "FR: heading", "level": "h2"}
    assert page["hero_image"]["alt"] == "FR: alt"
    assert [topic["title"] for topic in page["topics"]] == ["FR: Mer"]
    assert [one["title"] for one in page["related"]] == ["FR: Release 00"]
    assert page["tags"] == ["exercise-1", "Élan"]
    assert not [text for text in texts_of(page) if text.startswith("EN:") and text != "EN: Release 01"]


def test_meta_names_are_those_that_fields_knows(ask: Ask, newsroom: Newsroom) -> None:
    """The names within meta that ``fields`` accepts are those that the store writes, for every type."""
    for address in (f"{of.name}/" for of in COLLECTIONS):
        for stub in ask(address, limit=100).json()["items"]:
            meta = ask(f"{address}{stub['id']}/").json()["meta"]
            answer = ask(f"{address}{stub['id']}/", fields="_," + ",".join(meta))
            assert answer.status_code == 200, answer.content
            assert set(answer.json()["meta"]) == set(meta)


def test_hidden_and_missing_pages_cannot_be_told_apart(ask: Ask, newsroom: Newsroom) -> None:
    answers = [ask(f"pages/{one}/") for one in (*newsroom.hidden, 999_999, 2**63 - 1, 2**63, 10**25)]
    told = []
    for answer in answers:
        body = answer.json()
        assert body.pop("request_id") == answer["X-Request-ID"]
        body.pop("instance")
        told.append((answer.status_code, answer["Content-Type"], json.dumps(body)))
    assert len(set(told)) == 1
    assert told[0][:2] == (404, "application/problem+json")


def test_media_have_one_id_for_both_languages(ask: Ask, newsroom: Newsroom) -> None:
    for address in (
        f"images/{newsroom.image}/",
        f"documents/{newsroom.document}/",
        f"videos/{newsroom.video}/",
    ):
        for language in ("en", "fr"):
            for answer in (ask(address, locale=language), ask(address, language=language)):
                body = answer.json()
                assert body["meta"]["locale"] == language == answer["Content-Language"]
                assert body["title"].startswith(f"{language.upper()}: ")
                other = "fr" if language == "en" else "en"
                assert [one["locale"] for one in body["meta"]["translations"]] == [other]
    assert ask(f"images/{newsroom.hidden_image}/").status_code == 404


def test_a_missing_language_is_refused_when_named_and_replaced_when_preferred(
    ask: Ask, newsroom: Newsroom
) -> None:
    address = f"videos/{newsroom.french_video}/"
    assert ask(address, locale="en").status_code == 404
    preferred = ask(address, language="en")
    assert (preferred.status_code, preferred["Content-Language"], preferred["Vary"]) == (
        200,
        "fr",
        "Accept-Language",
    )
    assert preferred.json()["meta"]["locale"] == "fr"


@pytest.mark.parametrize(
    "path",
    [
        "/fr/actualites/communique-1/",
        "/fr/actualites/communique-1",
        "fr/actualites/communique-1",
        "//fr//actualites/communique-1//",
    ],
)
def test_find_by_path(ask: Ask, newsroom: Newsroom, path: str) -> None:
    answer = ask("pages/find/", html_path=path, most=1)
    assert (answer.status_code, answer["Location"]) == (302, f"/api/v2/pages/{newsroom.releases[1][1]}/")


def test_find_in_either_language_and_every_level(ask: Ask, newsroom: Newsroom, client: object) -> None:
    for path in ("/en/", "/fr/", "/en/news/", "/fr/evenements/", "/en/news/release-4/", "/en/events/next/"):
        found = client.get("/api/v2/pages/find/", {"html_path": path}, follow=True)
        assert found.status_code == 200, path
        assert found.json()["meta"]["html_url"].endswith(path)


def test_find_keeps_other_parameters_and_takes_an_id(ask: Ask, newsroom: Newsroom) -> None:
    page = newsroom.releases[0][0]
    kept = ask("pages/find/", html_path="/en/news/release-0/", fields="title,hero_image(alt)")
    assert kept["Location"] == f"/api/v2/pages/{page}/?fields=title%2Chero_image%28alt%29"
    assert ask("pages/find/", id=page)["Location"] == f"/api/v2/pages/{page}/"


def test_find_finds_nothing_hidden(ask: Ask, newsroom: Newsroom) -> None:
    paths = (
        "/en/news/draft/",
        "/en/news/restricted/",
        "/en/news/embargo/",
        "/en/news/none/",
        "/",
        "/en/topics/sea/",
        "/../",
    )
    answers = [ask("pages/find/", html_path=path) for path in paths]
    answers += [ask("pages/find/", id=one) for one in (*newsroom.hidden, 999_999)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.json()["detail"] for answer in answers}) == 1


@pytest.mark.parametrize("query", [{}, {"html_path": "/en/", "id": "1"}])
def test_find_takes_one_of_path_and_id(ask: Ask, query: dict[str, str]) -> None:
    answer = ask("pages/find/", **query)
    assert (answer.status_code, answer.json()["parameter"]) == (400, "html_path")


def test_a_withdrawn_page_is_gone_at_once_from_all_answers(ask: Ask, newsroom: Newsroom) -> None:
    from news.models import NewsReleasePage

    english, french = newsroom.releases[0]
    assert [one["id"] for one in ask(f"pages/{newsroom.releases[1][1]}/").json()["related"]] == [french]
    NewsReleasePage.objects.get(pk=french).unpublish()
    assert ask(f"pages/{french}/").status_code == 404
    assert ask(f"pages/{newsroom.releases[1][1]}/").json()["related"] == []
    assert ask(f"pages/{english}/").json()["meta"]["translations"] == []
    assert ask("pages/", slug="communique-0").json()["meta"]["total_count"] == 0
