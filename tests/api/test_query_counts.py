"""What each kind of question may cost: SQL statements over the readers' views, the first time it is asked."""

from typing import Any

import pytest
from django.test import Client

from search.answers import answers
from tests.api.newsroom import Newsroom
from tests.measuring import measured

RELEASE = "news.NewsReleasePage"
# Address, headers that a second question sends, and the most statements of the first and of the second.
QUESTIONS: dict[str, tuple[str, int]] = {
    "detail": ("pages/{release}/", 1),
    "detail of a picture": ("images/{image}/", 1),
    "detail of a video": ("videos/{video}/?locale=fr", 1),
    "detail with fields": ("pages/{release}/?fields=_,title,hero_image(_,alt)", 1),
    "detail of what is not there": ("pages/999999/", 2),
    "find": ("pages/find/?html_path=/fr/actualites/communique-3/", 1),
    "find by id": ("pages/find/?id={release}", 1),
    "list": ("pages/", 2),
    "list of 100, whole": ("pages/?limit=100&fields=*", 2),
    "list of one type and language": (f"pages/?type={RELEASE}&locale=fr", 2),
    "list of pictures": ("images/", 2),
    "filtered": (f"pages/?type={RELEASE}&kind=statement&topic=sea&locale=en", 2),
    "filtered by several": ("pages/?topic=sea&tag=exercise-1&date_from=2026-01-01&kind=statement", 2),
    "filtered by a field": ("pages/?number=1", 2),
    "filtered by a relation": (f"pages/?type={RELEASE}&hero_image={{image}}", 2),
    "below": ("pages/?descendant_of={news}", 2),
    "above": ("pages/?ancestor_of={release}", 2),
    "translations": ("pages/?translation_of={release}", 2),
    "far away": ("pages/?offset=100000", 3),
    "faceted": ("pages/?facets=kind,topic,year", 4),
    "count alone": ("pages/?limit=0", 3),
    "changes": ("changes/", 3),
}


@pytest.fixture
def asked(newsroom: Newsroom) -> dict[str, Any]:
    from news.models import NewsIndexPage

    answers.clear()
    return {
        "release": newsroom.releases[3][1],
        "image": newsroom.image,
        "video": newsroom.video,
        "news": NewsIndexPage.objects.get(locale__language_code="fr").pk,
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_costs_few_statements(client: Client, asked: dict[str, Any], question: str) -> None:
    address, most = QUESTIONS[question]
    with measured() as cost:
        response = client.get("/api/v2/" + address.format(**asked))
    assert response.status_code in ((404,) if "not there" in question else (200, 302)), response.content[:300]
    assert len(cost.statements) <= most, "\n".join(cost.statements)
    assert all("public_" in sql for sql in cost.statements if response.status_code != 404)


@pytest.mark.parametrize("question", ["list", "filtered", "faceted", "detail"])
def test_what_is_unchanged_costs_one(client: Client, asked: dict[str, Any], question: str) -> None:
    address = "/api/v2/" + QUESTIONS[question][0].format(**asked)
    tag = client.get(address)["ETag"]
    with measured() as cost:
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert len(cost.statements) == 1, "\n".join(cost.statements)


@pytest.mark.parametrize("question", ["faceted", "count alone"])
def test_what_is_asked_again_costs_no_more_than_the_list(
    client: Client, asked: dict[str, Any], question: str
) -> None:
    address = "/api/v2/" + QUESTIONS[question][0].format(**asked)
    first = client.get(address).content
    with measured() as cost:
        assert client.get(address).content == first
    assert len(cost.statements) <= (2 if question == "faceted" else 1), "\n".join(cost.statements)
