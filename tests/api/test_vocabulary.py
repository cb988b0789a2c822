"""Topics, people and places: one id per language, found by slug, and reached from the cards that name them."""

import pytest

from tests.api.conftest import Ask
from tests.api.newsroom import LANGUAGES, Newsroom

NAMES = {"topics": "vocabulary.Topic", "people": "vocabulary.Person", "places": "vocabulary.Place"}


def entries(newsroom: Newsroom, collection: str) -> dict[str, int]:
    """Language to id of the one entry of the collection."""
    return {code: entry.pk for code, entry in getattr(newsroom, collection).items()}


@pytest.mark.parametrize("collection", NAMES)
def test_a_list_holds_both_languages_or_the_one_asked_for(
    ask: Ask, newsroom: Newsroom, collection: str
) -> None:
    made = entries(newsroom, collection)
    answer = ask(f"{collection}/", order="id")
    assert [item["id"] for item in answer.json()["items"]] == sorted(made.values())
    assert answer["Content-Language"] == "en, fr"
    for code in LANGUAGES:
        answer = ask(f"{collection}/", locale=code)
        assert answer["Content-Language"] == code
        assert answer.json()["meta"]["total_count"] == 1
        item = answer.json()["items"][0]
        assert item["id"] == made[code]
        assert item["meta"]["type"] == NAMES[collection]
        assert item["title"].startswith(f"{code.upper()}: ")


@pytest.mark.parametrize("collection", NAMES)
def test_a_detail_names_its_translation(ask: Ask, newsroom: Newsroom, collection: str) -> None:
    made = entries(newsroom, collection)
    answer = ask(f"{collection}/{made['fr']}/", most=1)
    body = answer.json()
    assert answer["Content-Language"] == body["meta"]["locale"] == "fr"
    assert [(one["id"], one["locale"]) for one in body["meta"]["translations"]] == [(made["en"], "en")]
    assert body["meta"]["translation_key"] == str(getattr(newsroom, collection)["en"].translation_key)
    assert body["meta"]["source"] == "original"


@pytest.mark.parametrize("collection", NAMES)
def test_its_own_fields_can_be_chosen(ask: Ask, newsroom: Newsroom, collection: str) -> None:
    field = {"topics": "description", "people": "biography", "places": "country"}[collection]
    item = ask(f"{collection}/", locale="en", fields=f"_,{field}").json()["items"][0]
    assert item == {field: ""}
    wrong = ask(f"{collection}/", fields="lead")
    assert (wrong.status_code, wrong.json()["parameter"]) == (400, "fields")


@pytest.mark.parametrize("collection", NAMES)
def test_found_by_slug_in_any_language(ask: Ask, newsroom: Newsroom, collection: str) -> None:
    for entry in getattr(newsroom, collection).values():
        found = {item["id"] for item in ask(f"{collection}/", slug=entry.slug).json()["items"]}
        same = {one.pk for one in getattr(newsroom, collection).values() if one.slug == entry.slug}
        assert found == same
    assert ask(f"{collection}/", slug="none-such").json()["items"] == []


def test_the_address_in_a_card_leads_there(ask: Ask, newsroom: Newsroom) -> None:
    page = ask(f"pages/{newsroom.releases[4][1]}/").json()
    cards = [page["place"], page["speakers"][0]["person"]]
    cards += ask(f"pages/{newsroom.releases[0][1]}/").json()["topics"]
    for card in cards:
        address = card["meta"]["detail_url"].partition("/api/v2/")[2]
        body = ask(address).json()
        assert (body["id"], body["title"]) == (card["id"], card["title"])
        assert body["meta"]["html_url"] == card["meta"]["html_url"]


@pytest.mark.parametrize("collection", NAMES)
def test_a_withdrawn_entry_is_gone_in_its_language_alone(
    ask: Ask, newsroom: Newsroom, collection: str
) -> None:
    made = entries(newsroom, collection)
    type(getattr(newsroom, collection)["en"]).objects.get(pk=made["en"]).unpublish()
    assert ask(f"{collection}/{made['en']}/").status_code == 404
    assert [item["id"] for item in ask(f"{collection}/").json()["items"]] == [made["fr"]]
    assert ask(f"{collection}/{made['fr']}/").json()["meta"]["translations"] == []


@pytest.mark.parametrize("name", ["type", "kind", "topic", "tag", "date_from", "html_path"])
def test_parameters_that_make_no_sense_here_are_refused(ask: Ask, newsroom: Newsroom, name: str) -> None:
    for collection in NAMES:
        answer = ask(f"{collection}/", **{name: "x"})
        assert (answer.status_code, answer.json()["parameter"]) == (400, name)


def test_ids_of_one_collection_are_no_ids_of_another(ask: Ask, newsroom: Newsroom) -> None:
    english = newsroom.releases[0][0]
    assert ask(f"topics/{english}/").status_code == 404
    assert ask("topics/999999/").status_code == 404
