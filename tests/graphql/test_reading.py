"""What queries answer: items in full or by their cards, lists and their ends, languages; in few statements."""

import json

import pytest
from django.db import connection

from cms.store.following import follow
from news.models import NewsReleasePage
from tests.graphql.conftest import Ask
from tests.website.making import Newsroom

EVERYTHING = """
{
  newsReleases(locale: en, first: 20) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      id title locale slug htmlUrl lead kind releasedAt tags
      topics { title slug description translations { title locale } }
      heroImage { alt credit rights renditions { card { url width height } hero { url } } }
      related { title htmlUrl ... on NewsReleasePage { number byline } ... on EventPage { startsAt } }
      translations { id title lead byline }
      body {
        __typename
        ... on RichTextBlock { text }
        ... on HeadingBlock { headingText level }
        ... on QuotationBlock { text speaker { title role biography } }
        ... on ImageBlock { image { alt rights } }
        ... on GalleryBlock { title images { caption image { alt } } }
        ... on VideoBlock { inPoint video { title shotlist { inPoint description } } }
        ... on KeyFactsBlock { facts { label value } }
        ... on TableBlock { rows { cells } }
        ... on DocumentsBlock { documents { title document { title fileUrl fileSize } } }
      }
    } }
  }
}
"""


def test_a_list_with_everything_in_four_statements(ask: Ask, newsroom: Newsroom) -> None:
    found = ask(EVERYTHING, most=4)["newsReleases"]
    assert found["totalCount"] == len(found["edges"]) == 4
    rich = found["edges"][0]["node"]
    assert rich["title"] == "Allies agree a common watch"
    assert rich["topics"][0]["description"] == "What lies on the seabed."
    assert rich["topics"][0]["translations"] == [{"title": "Câbles sous-marins", "locale": "fr"}]
    assert rich["heroImage"]["renditions"]["card"]["width"] == 640
    assert rich["related"][0]["title"] == "Statement on the storm"
    assert rich["translations"][0]["title"] == "Les Alliés conviennent d’une veille commune"
    blocks = {block["__typename"]: block for block in rich["body"]}
    assert len(blocks) == 11
    assert 'href="http://localhost:8000/en/news/storm/" hreflang="en"' in blocks["RichTextBlock"]["text"]
    assert blocks["QuotationBlock"]["speaker"]["biography"].startswith("<p>She is")
    assert blocks["VideoBlock"]["video"]["shotlist"][0]["description"] == "A wide shot of the quay"


def test_within_cards_one_statement_is_enough(ask: Ask, newsroom: Newsroom) -> None:
    ask(
        "{ newsReleases { edges { node { title place { title } topics { title } heroImage { alt } } } } }",
        most=2,  # the version, and the list
    )


def test_each_level_beyond_the_cards_costs_one_statement(ask: Ask, newsroom: Newsroom) -> None:
    query = """{ newsReleases(locale: en) { edges { node {
        related { ... on NewsReleasePage { byline documents { document { title } } } parent { seoTitle } }
        speakers { person { biography portrait { rights } } } parent { seoTitle } } } } }"""
    found = ask(query, most=4)
    speaker = found["newsReleases"]["edges"][0]["node"]["speakers"][0]["person"]
    assert speaker["portrait"] is not None


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_the_language_reaches_what_is_nested(ask: Ask, newsroom: Newsroom, locale: str) -> None:
    query = """query ($l: Locale!) {
        videos(locale: $l) { edges { node { locale title poster { locale alt } topics { locale } } } }
        images(locale: $l) { edges { node { locale alt } } }
        pages(locale: $l, first: 50) { edges { node { locale ... on NewsReleasePage {
            topics { locale title } heroImage { locale } place { locale } related { locale } } } } } }"""
    other = "fr" if locale == "en" else "en"
    answered = json.dumps(ask(query, most=6, language=other, l=locale))
    assert f'"locale": "{locale}"' in answered
    assert f'"locale": "{other}"' not in answered


def test_media_follow_accept_language_without_a_locale(ask: Ask, newsroom: Newsroom) -> None:
    for language in ("en", "fr"):
        assert ask("{ images { edges { node { locale } } } }", language=language)["images"]["edges"] == [
            {"node": {"locale": language}}
        ]


def test_a_page_by_id_path_and_slug(ask: Ask, newsroom: Newsroom) -> None:
    pair = newsroom.made["release"]
    english, french = str(pair["en"].pk), str(pair["fr"].pk)
    assert ask(f"{{ page(id: {english}) {{ id }} }}")["page"]["id"] == english
    assert ask('{ page(path: "/fr/actualites/veille/") { id } }')["page"]["id"] == french
    assert ask('{ page(path: "fr/actualites/veille") { id } }')["page"]["id"] == french
    assert ask('{ page(slug: "watch") { id } }')["page"]["id"] == english
    # The page that was found, in the language asked for.
    assert ask(f"{{ page(id: {english}, locale: fr) {{ id }} }}")["page"]["id"] == french
    assert ask('{ page(path: "/en/news/watch/", locale: fr) { id } }')["page"]["id"] == french
    assert ask('{ page(slug: "veille", locale: en) { id } }')["page"]["id"] == english


def test_what_is_not_public_is_null_and_nowhere(ask: Ask, newsroom: Newsroom) -> None:
    page = NewsReleasePage.objects.get(pk=newsroom.made["older"]["en"].pk)
    page.unpublish()
    assert ask(f"{{ page(id: {page.pk}) {{ id }} }}") == {"page": None}
    assert ask("{ page(id: 999999) { id } }") == {"page": None}
    node = ask(EVERYTHING)["newsReleases"]["edges"][0]["node"]
    assert node["related"] == []
    # The link leads to the other language now, and says so.
    assert 'href="http://localhost:8000/fr/actualites/tempete/" hreflang="fr"' in node["body"][0]["text"]


def test_a_slug_of_two_items_is_refused(post: Ask, newsroom: Newsroom) -> None:
    for parent, slug in (("release", "same"), ("older", "same")):
        page = NewsReleasePage.objects.get(pk=newsroom.made[parent]["fr" if parent == "older" else "en"].pk)
        page.slug = slug
        page.save_revision().publish()
    follow()
    answered = post(json.dumps({"query": '{ page(slug: "same") { id } }'}))
    assert answered.codes == ["BAD_USER_INPUT"]
    assert answered.errors[0]["path"] == ["page"]
    assert "/en/news/same/" in answered.errors[0]["message"]


def test_a_list_continues_behind_its_cursor(ask: Ask, newsroom: Newsroom) -> None:
    seen: list[str] = []
    after = None
    for _ in range(20):
        query = """query ($after: String) { pages(first: 3, after: $after, order: [title, id_desc]) {
            edges { node { id } } pageInfo { hasNextPage endCursor } } }"""
        found = ask(query, after=after)["pages"]
        seen += [edge["node"]["id"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    whole = ask("{ pages(first: 100, order: [title, id_desc]) { totalCount edges { node { id } } } }")[
        "pages"
    ]
    assert seen == [edge["node"]["id"] for edge in whole["edges"]]
    assert len(seen) == whole["totalCount"] > 20


def test_filters_are_those_of_rest(ask: Ask, newsroom: Newsroom) -> None:
    def count(given: str) -> int:
        return int(ask(f"{{ pages({given}) {{ totalCount }} }}")["pages"]["totalCount"])

    topic = newsroom.made["topic"]["en"]
    assert count("type: [NewsReleasePage]") == 8
    assert count("kind: [statement]") == 2
    assert (
        count('topic: ["cables"], locale: en') == count(f'topic: ["{topic.translation_key}"], locale: en') > 0
    )
    assert count('person: ["astrid-vallencourt"]') > 0
    assert count('dateFrom: "2026-11-25", dateTo: "2026-11-25", type: [NewsReleasePage]') == 2
    assert count(f'translationOf: "{newsroom.made["release"]["en"].pk}"') == 1
    assert count('updatedSince: "2000-01-01"') == count("locale: en") + count("locale: fr")
    assert count('updatedSince: "2900-01-01T00:00:00Z"') == 0


def test_search_finds_words_and_phrases_by_relevance(ask: Ask, newsroom: Newsroom) -> None:
    query = """query ($s: String, $o: SearchOperator, $a: String) { pages(search: $s, searchOperator: $o, first: 1,
        locale: fr, after: $a) { totalCount pageInfo { hasNextPage endCursor } edges { node { title } } } }"""
    found = ask(query, s="conviennent")["pages"]
    assert found["edges"][0]["node"]["title"] == "Les Alliés conviennent d’une veille commune"
    assert ask(query, s='"veille commune"')["pages"]["totalCount"] >= 1
    assert ask(query, s='"commune veille"')["pages"]["totalCount"] == 0
    both, any_ = (ask(query, s="veille tempête", o=operator)["pages"] for operator in ("and", "or"))
    assert any_["totalCount"] > both["totalCount"]
    following = ask(query, s="veille tempête", o="or", a=any_["pageInfo"]["endCursor"])["pages"]
    assert following["edges"][0] != any_["edges"][0]


def test_topics_with_their_items(ask: Ask, newsroom: Newsroom) -> None:
    query = """{ topics { edges { node { locale items(first: 2) { totalCount pageInfo { hasNextPage }
        edges { cursor node { locale title ... on EventPage { startsAt slots { label } } } } } } } } }"""
    for edge in ask(query, most=5)["topics"]["edges"]:
        items = edge["node"]["items"]
        assert items["totalCount"] == 7
        assert items["pageInfo"]["hasNextPage"]
        assert {node["node"]["locale"] for node in items["edges"]} == {edge["node"]["locale"]}
        query = "query ($a: String, $s: String) { topic(slug: $s) { slug items(first: 1, after: $a) { edges { cursor } } } }"
        slug = {"en": "cables", "fr": "cables-sous-marins"}[edge["node"]["locale"]]
        following = ask(query, a=items["edges"][0]["cursor"], s=slug)["topic"]["items"]
        assert following["edges"] == [{"cursor": items["edges"][1]["cursor"]}]


def test_items_of_topics_by_type(ask: Ask, newsroom: Newsroom) -> None:
    query = '{ topic(slug: "cables") { items(type: [Video], first: 5) { totalCount edges { node { __typename } } } } }'
    assert ask(query, most=5)["topic"]["items"] == {
        "totalCount": 1,
        "edges": [{"node": {"__typename": "Video"}}],
    }


def test_facets(ask: Ask, newsroom: Newsroom) -> None:
    found = ask(
        "{ pages(locale: fr) { facets(names: [topic, kind]) { name values { value count title } } } }"
    )
    topic, kind = found["pages"]["facets"]
    assert topic["values"][0]["title"] == "Câbles sous-marins"
    assert {value["value"] for value in kind["values"]} >= {"press_release", "statement"}


def test_changes_go_on_from_where_they_were(ask: Ask, newsroom: Newsroom) -> None:
    start = ask("{ changes { next more items { id } } }")["changes"]
    assert start["items"] == []
    page = NewsReleasePage.objects.get(pk=newsroom.made["older"]["fr"].pk)
    page.unpublish()
    connection.check_constraints()  # a commit's last work, on PostgreSQL: the change takes its number
    query = "query ($s: String) { changes(since: $s) { more items { id type locale change } } }"
    changed = ask(query, most=6, s=start["next"])["changes"]["items"]
    assert {
        "id": str(page.pk),
        "type": "news.NewsReleasePage",
        "locale": "fr",
        "change": "withdrawn",
    } in changed


def test_aliases_and_fragments_need_what_each_needs(ask: Ask, newsroom: Newsroom) -> None:
    query = """{ page(slug: "watch") { ... on NewsReleasePage {
        a: related { title } b: related { ...R } c: topics { title } d: topics { description } } } }
        fragment R on NewsReleasePage { byline parent { title } }"""
    found = ask(query)["page"]
    assert found["a"] == [{"title": "Statement on the storm"}]
    assert found["b"] == [{"byline": "", "parent": {"title": "News"}}]
    assert found["d"] == [{"description": "What lies on the seabed."}]
