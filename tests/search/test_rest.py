"""Search in the lists of the REST interface."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.api.endpoints import COLLECTIONS
from tests.search.asking import found

pytestmark = pytest.mark.usefixtures("library")


def ask(client: Client, **query: Any) -> Any:
    return client.get("/api/v2/pages/", query)


def slugs(client: Client, **query: Any) -> list[str]:
    answer = ask(client, **query).json()
    assert answer["meta"]["total_count"] >= len(answer["items"])
    return [item["meta"]["slug"] for item in answer["items"]]


def test_the_most_relevant_first_unless_an_order_is_asked_for(client: Client) -> None:
    assert slugs(client, search="mer", locale="fr") == ["baltique", "etat", "alliance"]
    assert slugs(client, search="mer", locale="fr", order="relevance") == ["baltique", "etat", "alliance"]
    assert slugs(client, search="mer", locale="fr", order="-date") == ["alliance", "etat", "baltique"]
    assert slugs(client, search="mer", locale="fr", order="relevance,title") == [
        "baltique",
        "etat",
        "alliance",
    ]
    assert slugs(client, search="mer", locale="fr", limit=1, offset=1) == ["etat"]


def test_with_other_parameters(client: Client) -> None:
    assert slugs(client, search="alliance") == found("alliance")
    assert slugs(client, search="alliance", slug="exercise") == ["exercise"]
    assert slugs(client, search="alliance", date_to="2026-01-06", locale="fr") == ["baltique"]
    assert slugs(client, search="alliance", kind="statement") == []
    assert slugs(client, search="alliance", kind="press_release", locale="en") == ["baltic", "exercise"]
    assert slugs(client, search='"mer noire" siècle exercice', search_operator="or", locale="fr") == [
        "alliance",
        "etat",
    ]
    answer = ask(client, search="alliance", limit=0).json()
    assert answer == {"meta": {"total_count": 4, "next_cursor": None}, "items": []}


@pytest.mark.parametrize("collection", [collection.name for collection in COLLECTIONS])
def test_in_every_list(client: Client, collection: str) -> None:
    answer = client.get(f"/api/v2/{collection}/", {"search": "zeppelin"})
    assert answer.json() == {"meta": {"total_count": 0, "next_cursor": None}, "items": []}


@pytest.mark.parametrize(
    ("query", "parameter", "rule"),
    [
        ({"search": "🎉"}, "search", "Write at least one word or number."),
        ({"search": "a " * 21}, "search", "Write at most 20 words."),
        ({"search": "a" * 201}, "search", "Its length is limited to 200 characters."),
        ({"search": '"a" "b" "c" "d"'}, "search", "Write at most 3 phrases between quotes."),
        ({"search": ""}, "search", "Give it a value or leave it out."),
        ({"search": "mer", "search_operator": "xor"}, "search_operator", "Write one of: and, or."),
        ({"search_operator": "or"}, "search_operator", "give “search” as well"),
        ({"order": "relevance"}, "order", "give “search” as well"),
        ({"search": "mer", "order": "-relevance"}, "order", "Order by one of"),
    ],
)
def test_refusals(client: Client, query: dict[str, str], parameter: str, rule: str) -> None:
    answer = ask(client, **query, locale="en")
    assert answer.status_code == 400
    problem = answer.json()
    assert problem["parameter"] == parameter
    assert rule in problem["detail"]


def test_a_search_takes_few_statements_and_asked_again_one(client: Client) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert slugs(client, search="alliance", locale="fr") == ["baltique", "alliance"]
        return len(captured)

    assert statements() <= 3  # the version, the window, the total
    assert statements() == 1  # the version
