"""Choosing fields, over HTTP."""

import pytest

from cms.store.following import follow
from news.models import NewsReleasePage
from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom

RELEASE = "news.NewsReleasePage"
STUB = {"id", "title", "type", "detail_url", "html_url", "slug", "locale", "first_published_at"}


def names(item: dict[str, object]) -> set[str]:
    """The names of an item, those within meta among them."""
    return (set(item) | set(item.get("meta", {}))) - {"meta"}


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ("lead", STUB | {"lead"}),
        ("lead,kind,-title", STUB | {"lead", "kind"} - {"title"}),
        ("-slug,-first_published_at", STUB - {"slug", "first_published_at"}),
        ("_,title", {"title"}),
        ("_,id,html_url", {"id", "html_url"}),
        ("_,body,translations", {"body", "translations"}),
        ("_", set()),
        ("-id,id", STUB),
    ],
)
def test_in_lists(ask: Ask, fields: str, shown: set[str]) -> None:
    answer = ask("pages/", type=RELEASE, fields=fields)
    shown = shown - {"title"} if "-title" in fields else shown
    assert [names(item) for item in answer.json()["items"]] == [shown] * 20


def test_all_fields_are_those_of_the_detail_without_its_parent(ask: Ask, newsroom: Newsroom) -> None:
    for item in ask("pages/", type=RELEASE, fields="*", limit=3).json()["items"]:
        detail = ask(f"pages/{item['id']}/").json()
        del detail["meta"]["parent"]
        assert item == detail
    less = ask("pages/", type=RELEASE, fields="*,-body,-languages", limit=1).json()["items"][0]
    assert names(detail) - names(less) == {"body", "languages"}
    assert ask("pages/", fields="parent").status_code == 400


def test_the_languages_of_a_list_are_those_of_the_whole_item(ask: Ask, newsroom: Newsroom) -> None:
    """A card names the languages of its own values alone; in a list they must be as complete as in the detail."""
    page = newsroom.releases[3][1]
    NewsReleasePage.objects.filter(pk=page).update(language_regime="as_delivered", body_language="en")
    follow()
    delivered = {"body": {"lang": "en", "source": "original"}}
    assert ask(f"pages/{page}/").json()["meta"]["languages"] == delivered
    answer = ask("pages/", slug="communique-3", fields="_,languages").json()
    assert answer["items"] == [{"meta": {"languages": delivered}}]


def test_details_begin_with_everything(ask: Ask, newsroom: Newsroom) -> None:
    page = newsroom.releases[1][0]
    whole = ask(f"pages/{page}/").json()
    for fields in ("*", "title", "parent,lead"):
        assert ask(f"pages/{page}/", fields=fields).json() == whole
    assert names(ask(f"pages/{page}/", fields="-body").json()) == names(whole) - {"body"}
    assert ask(f"pages/{page}/", fields="_,parent").json() == {"meta": {"parent": whole["meta"]["parent"]}}


def test_within_related_items(ask: Ask, newsroom: Newsroom) -> None:
    page = newsroom.releases[1][1]
    whole = ask(f"pages/{page}/").json()["hero_image"]

    def chosen(within: str) -> dict[str, object]:
        return ask(f"pages/{page}/", fields=f"_,hero_image{within}").json()["hero_image"]

    assert chosen("") == chosen("(*)") == whole
    assert names(chosen("(alt)")) == {"id", "title", "type", "detail_url", "locale", "download_url", "alt"}
    assert chosen("(_,alt)") == {"alt": "FR: alt"}
    assert names(chosen("(*,-renditions)")) == names(whole) - {"renditions"}
    width = whole["renditions"]["card"]["width"]
    assert chosen("(_,renditions(_,card(_,width)))") == {"renditions": {"card": {"width": width}}}
    assert chosen("(_,locale)") == {"meta": {"locale": "fr"}}


def test_within_structures_and_lists(ask: Ask, newsroom: Newsroom) -> None:
    event = newsroom.events["next"][1]
    slots = ask(f"pages/{event}/", fields="_,slots(_,label)").json()
    assert slots == {"slots": [{"label": "FR: slot"}]}
    assert set(ask(f"pages/{event}/", fields="_,slots(-label)").json()["slots"][0]) == {
        "date", "end_date", "start", "end", "time_zone", "all_day",
    }  # fmt: skip
    release = newsroom.releases[0][1]
    document = ask(f"pages/{release}/", fields="_,documents(_,document(_,title))").json()
    assert document == {"documents": [{"document": {"title": "FR: Annexe"}}]}


def test_only_the_public_card_of_a_related_item_can_be_had(ask: Ask, newsroom: Newsroom) -> None:
    page = newsroom.releases[1][0]
    assert ask(f"pages/{page}/", fields="_,related(_,lead)").json() == {"related": [{"lead": "EN: lead"}]}
    for beyond in ("related(body)", "related(parent)", "hero_image(rights)", "topics(description)"):
        answer = ask(f"pages/{page}/", fields=beyond)
        assert answer.status_code == 400, beyond
        assert answer.json()["parameter"] == "fields"


def test_of_several_types_a_name_of_any_counts(ask: Ask) -> None:
    answer = ask("pages/", fields="slots,number", limit=100).json()["items"]
    by_type = {item["meta"]["type"]: names(item) for item in answer}
    assert by_type["news.EventPage"] == STUB | {"slots"}
    assert by_type[RELEASE] == STUB | {"number"}
    assert by_type["home.HomePage"] == STUB


@pytest.mark.parametrize(
    ("fields", "suggestion"),
    [
        ("titel", "title"),
        ("hero_image(alternative)", None),
        ("Lead", "lead"),
        ("body(type)", None),
        ("title(x)", None),
    ],
)
def test_unknown_names_are_refused_with_the_nearest(
    ask: Ask, newsroom: Newsroom, fields: str, suggestion: str | None
) -> None:
    for address in ("pages/", f"pages/{newsroom.releases[0][0]}/"):
        answer = ask(address, fields=fields)
        assert answer.status_code == 400, fields
        body = answer.json()
        assert (body["parameter"], body.get("suggestion")) == ("fields", suggestion)
