"""Lists limited by any declared field, by place, person and collection, and by when they changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.api.endpoints import COLLECTIONS, PAGES
from cms.contract.fields import public_fields
from cms.store.following import follow
from news.models import NewsReleasePage
from tests.api.conftest import Ask
from tests.api.newsroom import PAIRS, Newsroom
from tests.api.test_lists import ids

RELEASE = "news.NewsReleasePage"


def change(page: int, **values: object) -> None:
    NewsReleasePage.objects.filter(pk=page).update(**values)
    follow()


def test_a_plain_field_has_exactly_the_value(ask: Ask, newsroom: Newsroom) -> None:
    english = newsroom.releases[0][0]
    change(english, number="(2026) 058")
    assert ids(ask("pages/", number="(2026) 058")) == [english]
    assert ids(ask("pages/", number="(2026) 05")) == []
    assert ids(ask("pages/", number="(2026) 058", kind="press_release")) == []


def test_moments_numbers_and_choices(ask: Ask, newsroom: Newsroom) -> None:
    english, french = newsroom.releases[2]
    for text in ("2026-01-07T10:00:00Z", "2026-01-07T11:00:00+01:00"):
        assert set(ids(ask("pages/", released_at=text))) == {english, french}
    assert ids(ask("images/", width=64, locale="en")) == [newsroom.image]
    assert ids(ask("images/", width=65, locale="en")) == []
    assert len(ids(ask("pages/", state="scheduled", type="news.EventPage"))) == 6
    wrong = ask("pages/", state="schedule").json()
    assert (wrong["status"], wrong["parameter"], wrong["suggestion"]) == (400, "state", "scheduled")


def test_a_relation_leads_to_the_id_that_the_answer_shows(ask: Ask, newsroom: Newsroom) -> None:
    shown = ask("pages/", hero_image=newsroom.image, type=RELEASE, limit=100)
    assert len(ids(shown)) == 2 * PAIRS
    assert ids(ask("pages/", hero_image=newsroom.hidden_image)) == []
    first, second = newsroom.releases[0], newsroom.releases[1]
    assert ids(ask("pages/", related=first[0])) == [second[0]]
    assert ids(ask("pages/", related=first[1])) == [second[1]]
    for number, code in enumerate(("en", "fr")):
        assert ids(ask("pages/", speakers=newsroom.people[code].pk)) == [newsroom.releases[4][number]]
        about_sea = {pair[number] for pair in newsroom.releases[:3]}
        assert set(ids(ask("pages/", topics=newsroom.topics[code].pk))) == about_sea
    assert ids(ask("pages/", documents=newsroom.document, locale="fr")) == [first[1]]
    assert ids(ask("pages/", videos=newsroom.video, locale="fr")) == [newsroom.collection[1]]


def test_place_and_person_by_key_id_and_slug(ask: Ask, newsroom: Newsroom) -> None:
    both = set(newsroom.releases[4])
    for name, made in (("place", newsroom.places), ("person", newsroom.people)):
        for value in (
            made["en"].translation_key,
            made["en"].pk,
            made["fr"].pk,
            made["en"].slug,
            made["fr"].slug,
        ):
            assert set(ids(ask("pages/", **{name: value}))) == both, (name, value)
        assert ids(ask("pages/", **{name: "unknown"})) == []
        assert ids(ask("pages/", **{name: "9" * 30})) == []
    assert ids(ask("pages/", place="harbour", person="ann", locale="fr")) == [newsroom.releases[4][1]]


def test_videos_of_a_collection(ask: Ask, newsroom: Newsroom) -> None:
    for value in (*newsroom.collection, "collection"):
        assert ids(ask("videos/", collection=value, locale="fr")) == [newsroom.video]
    assert ids(ask("videos/", collection="none-such", locale="fr")) == []
    assert ask("pages/", collection="collection").status_code == 400


def test_all_of_several_tags(ask: Ask, newsroom: Newsroom) -> None:
    tagged = {one for pair in newsroom.releases[:3] for one in pair}
    assert set(ids(ask("pages/", tags="exercise-1,Élan"))) == tagged
    assert ids(ask("pages/", tags="exercise-1,none-such")) == []
    assert set(ids(ask("pages/", tag="exercise-1,none-such"))) == tagged


def test_updated_since(ask: Ask, newsroom: Newsroom) -> None:
    assert len(ids(ask("pages/", updated_since="2020-01-01", limit=100))) == len(
        ids(ask("pages/", limit=100))
    )
    assert ids(ask("pages/", updated_since=(timezone.now() + timedelta(days=1)).isoformat())) == []
    assert ask("pages/", updated_since="yesterday").json()["parameter"] == "updated_since"


def test_a_field_that_cannot_be_filtered_by_is_refused_with_those_that_can(
    ask: Ask, newsroom: Newsroom
) -> None:
    for name in ("lead", "body", "hero_caption"):
        answer = ask("pages/", **{name: "x"})
        body = answer.json()
        assert (answer.status_code, body["parameter"]) == (400, name)
        assert body["type"].endswith("#not-filterable"), body
        assert {"number", "hero_image", "topics"} <= set(body["allowed"])
        assert name not in body["allowed"]
    # Known, but not of the types asked for.
    body = ask("pages/", type="news.EventPage", number="1").json()
    assert body["type"].endswith("#not-filterable")
    assert "venue_name" in body["allowed"]


@pytest.mark.parametrize(
    ("address", "query"),
    [
        *(("images/", {"width": value}) for value in ("x", "1.0", "-0", "007", "1e3", "٣")),
        *(("places/", {"latitude": value}) for value in ("x", "nan", "inf", "1_0", "1e999")),
        ("images/", {"date_taken": "2026-02-30"}),
        ("pages/", {"released_at": "2026-01-07"}),
        ("pages/", {"released_at": "2026-01-07T10:00:00"}),
        ("pages/", {"hero_image": "0"}),
        ("pages/", {"hero_image": "x"}),
        ("pages/", {"number": "x" * 256}),
    ],
)
def test_values_of_another_type_are_refused(
    ask: Ask, newsroom: Newsroom, address: str, query: dict[str, str]
) -> None:
    answer = ask(address, **query)
    assert (answer.status_code, answer.json()["parameter"]) == (400, next(iter(query)))


def test_a_site_is_refused_with_the_reason(ask: Ask, newsroom: Newsroom) -> None:
    for of in COLLECTIONS:
        answer = ask(f"{of.name}/", site="localhost")
        assert answer.status_code == 400
        assert "one site" in answer.json()["detail"]


def test_every_filter_answers(ask: Ask, newsroom: Newsroom) -> None:
    """Each filter, with its own example and alone, is a list; each declared plain field has one."""
    for of in COLLECTIONS:
        for name, parameter in of.filters.items():
            assert ask(f"{of.name}/", **{name: parameter.example}).status_code == 200, name
    plain = {
        name for cls in PAGES.types.values() for name, field in public_fields(cls).items() if field.filterable
    }
    assert plain <= {parameter.name for parameter in PAGES.in_list}


def test_translations_of_topics(ask: Ask, newsroom: Newsroom) -> None:
    english, french = newsroom.topics["en"].pk, newsroom.topics["fr"].pk
    assert ids(ask("topics/", translation_of=english)) == [french]
    assert ids(ask("topics/", translation_of=french)) == [english]
    assert ask("topics/", translation_of=999_999, most=9).json()["parameter"] == "translation_of"
