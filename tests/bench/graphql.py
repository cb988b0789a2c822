"""GraphQL documents as a front end would write them, and the cases that ask them."""

import json
from collections.abc import Callable
from typing import Any

from tests.bench.cases import Case, language, moment, request
from tests.bench.sample import Sample
from tests.bench.server import Server

HEAD = "id title type slug locale htmlUrl detailUrl"
IMAGE = (
    "{ alt caption credit width height renditions { card { url width height } hero { url width height } } }"
)
CARD = f"""{HEAD} ... on Page {{ firstPublishedAt }} kind number releasedAt lead
    place {{ title country }} topics {{ title slug htmlUrl }} heroAlt heroImage {IMAGE}"""
NESTED = f"""{CARD} tags translations {{ id title locale htmlUrl }}
    related {{ id title htmlUrl ... on NewsReleasePage {{ kind releasedAt lead }} }}"""
BODY = f"""body {{
    ... on RichTextBlock {{ id type text }}
    ... on HeadingBlock {{ id type headingText level }}
    ... on QuotationBlock {{ id type text role speaker {{ title role }} }}
    ... on ImageBlock {{ id type caption image {IMAGE} }}
    ... on KeyFactsBlock {{ id type facts {{ label value }} }}
    ... on TableBlock {{ id type caption rows {{ cells }} }}
    ... on QuestionsBlock {{ id type items {{ question answer }} }}
    ... on DocumentsBlock {{ id type documents {{ title document {{ title fileUrl }} }} }}
}}"""
# About 40 fields.
DETAIL = f"""query Release($id: ID!) {{ page(id: $id) {{ ... on NewsReleasePage {{
    {NESTED} lastPublishedAt translationKey source seoTitle searchDescription byline heroCaption
    regime {{ code bodyLanguage reason }} speakers {{ role person {{ title role }} }}
}} }} }}"""
LIST = f"""query Releases($to: String, $locale: Locale) {{ newsReleases(first: 20, dateTo: $to, locale: $locale) {{
    pageInfo {{ hasNextPage endCursor }} edges {{ node {{ {NESTED} }} }}
}} }}"""
BODIES = LIST.replace(f"{NESTED} }}", f"{NESTED} {BODY} }}")
COUNTED = """query Counts($locale: Locale) { newsReleases(first: 20, locale: $locale) {
    totalCount edges { node { id title lead } } } }"""


def post(document: str, **variables: Any) -> bytes:
    """A request with a document and its variables."""
    return request("/graphql/", body=json.dumps({"query": document, "variables": variables}))


def asked(make: Callable[[Sample, int], bytes]) -> Callable[[Server, Sample], Callable[[int], bytes]]:
    """Requests that depend on the sample and n alone."""
    return lambda _server, sample: lambda n: make(sample, n)


def detail(sample: Sample, n: int, document: str = DETAIL) -> bytes:
    """One release by its id."""
    return post(document, id=str(sample.pages[n % len(sample.pages)]))


GRAPHQL = (
    Case("GraphQL detail", asked(detail), 0.6),
    Case(
        "GraphQL list of 20 nested",
        asked(lambda s, n: post(LIST, to=moment(n), locale=language(n))),
        0.25,
    ),
    Case(
        "GraphQL list of 20 nested with bodies",
        asked(lambda s, n: post(BODIES, to=moment(n), locale=language(n))),
        0.12,
    ),
    Case(
        "GraphQL detail, document never seen",
        asked(lambda s, n: detail(s, n, DETAIL.replace("query Release(", f"query Release{n}("))),
    ),
    Case("GraphQL list", asked(lambda s, n: post(COUNTED, locale=language(n))), 0.85, group="again"),
    Case(
        "GraphQL list of 20 nested",
        asked(lambda s, n: post(LIST, to=moment(n % 5), locale=language(n))),
        0.85,
        group="again",
    ),
)
