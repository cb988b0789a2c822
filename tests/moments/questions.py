"""What readers ask, and what the answer must be by a direct read of the same moment."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.moments.direct import Public
from tests.moments.pairs import KINDS, PAIRS, TYPE, read_title

ALL = f"/api/v2/pages/?type={TYPE}&order=id&limit=100"


@dataclass(frozen=True, slots=True)
class Question:
    """An address, what it must answer of the public pages, and what holds of its answer alone.

    ``expected`` gives the status and what ``got`` is to find in the answer.
    """

    name: str
    address: str
    expected: Callable[[list[Public]], Any]
    got: Callable[[Any], Any]
    alone: Callable[[Any], str | None] = lambda answer: None


def questions(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """One question of any sort."""
    return chance.choice(SORTS)(chance, ids)


def _items(answer: Any) -> Any:
    return answer["meta"]["total_count"], [(item["id"], item["title"]) for item in answer["items"]]


def _expected(pages: list[Public]) -> Any:
    return len(pages), [(page.id, page.title) for page in pages]


def _both_or_neither(answer: Any) -> str | None:
    """What is wrong with a list that holds both languages; None when nothing is."""
    revisions: dict[int, list[int]] = {}
    for item in answer["items"]:
        pair, revision = read_title(item["title"])
        revisions.setdefault(pair, []).append(revision)
    if answer["meta"]["total_count"] != len(answer["items"]):
        return f"counted {answer['meta']['total_count']}, listed {len(answer['items'])}"
    wrong = {pair: found for pair, found in revisions.items() if len(found) != 2 or found[0] != found[1]}
    return f"of one language alone, or of two revisions: {wrong}" if wrong else None


def whole_list(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """All pages of both languages."""
    return Question("list", ALL, _expected, _items, _both_or_neither)


def list_of_language(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """The pages of one language, with a field that stands outside the card."""
    code = chance.choice(("en", "fr"))
    return Question(
        "list of a language",
        f"{ALL}&locale={code}&fields=byline",
        lambda pages: _expected([page for page in pages if page.locale == code]),
        _items,
    )


def window(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """A window in the order of readers, newest first."""
    size, start = chance.randint(1, 12), chance.randint(0, 30)

    def expected(pages: list[Public]) -> Any:
        newest = sorted(pages, key=lambda page: (read_title(page.title)[0], page.id), reverse=True)
        return len(pages), [(page.id, page.title) for page in newest[start : start + size]]

    address = f"/api/v2/pages/?type={TYPE}&limit={size}&offset={start}&order=-date"
    return Question("window", address, expected, _items)


def filtered(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """The pages of one kind, in both languages."""
    kind = chance.choice(KINDS)
    return Question(
        "filtered list",
        f"{ALL}&kind={kind}&topic=pairs",
        lambda pages: _expected([page for page in pages if page.kind == kind]),
        _items,
        _both_or_neither,
    )


def translations(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """The other language of a page; 400 when the page is not public."""
    pair = chance.randrange(PAIRS)

    def expected(pages: list[Public]) -> Any:
        found = {page.id: page for page in pages}
        if ids[pair][0] not in found:
            return 400
        other = found.get(ids[pair][1])
        return _expected([other] if other else [])

    return Question("translation", f"/api/v2/pages/?translation_of={ids[pair][0]}", expected, _items)


def detail(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """One page, with the title of its translation."""
    pair, place = chance.randrange(PAIRS), chance.randrange(2)
    one, other = ids[pair][place], ids[pair][1 - place]

    def expected(pages: list[Public]) -> Any:
        found = {page.id: page for page in pages}
        if one not in found:
            return 404
        others = [(other, found[other].title)] if other in found else []
        return found[one].title, found[one].kind, others

    def got(answer: Any) -> Any:
        others = [(page["id"], page["title"]) for page in answer["meta"]["translations"]]
        return answer["title"], answer["kind"], others

    def alone(answer: Any) -> str | None:
        others = answer["meta"]["translations"]
        if [read_title(page["title"]) for page in others] != [read_title(answer["title"])]:
            return f"{answer['title']} stands beside {[page['title'] for page in others]}"
        return None

    return Question("detail", f"/api/v2/pages/{one}/", expected, got, alone)


def find(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """One page by its path."""
    pair, place = chance.randrange(PAIRS), chance.randrange(2)
    path = (f"/en/news/pair-{pair}-en/", f"/fr/actualites/pair-{pair}-fr/")[place]

    def expected(pages: list[Public]) -> Any:
        return 302 if path in {page.path for page in pages} else 404

    return Question("find", f"/api/v2/pages/find/?html_path={path}", expected, lambda answer: answer)


def counted(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """The number alone, and the counts of kinds."""

    def expected(pages: list[Public]) -> Any:
        return len(pages), dict(sorted(Counter(page.kind for page in pages).items()))

    def got(answer: Any) -> Any:
        counts = {one["value"]: one["count"] for one in answer["meta"]["facets"]["kind"]}
        return answer["meta"]["total_count"], dict(sorted(counts.items()))

    return Question("facets", f"/api/v2/pages/?type={TYPE}&limit=0&facets=kind", expected, got)


def pages_by_cursor(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """The first window of a list, and whether a cursor leads on."""
    size = chance.randint(1, 47)

    def expected(pages: list[Public]) -> Any:
        return len(pages), [page.id for page in pages[:size]], len(pages) > size

    def got(answer: Any) -> Any:
        meta = answer["meta"]
        return meta["total_count"], [item["id"] for item in answer["items"]], meta["next_cursor"] is not None

    return Question("cursor", f"/api/v2/pages/?type={TYPE}&order=id&limit={size}", expected, got)


def searched(chance: random.Random, ids: list[tuple[int, int]]) -> Question:
    """The pages of one pair, by a word that stands in both languages."""
    pair = chance.randrange(PAIRS)

    def expected(pages: list[Public]) -> Any:
        return _expected([page for page in pages if read_title(page.title)[0] == pair])

    return Question("search", f"{ALL}&search=pair{pair}x", expected, _items, _both_or_neither)


SORTS = [
    whole_list,
    list_of_language,
    window,
    filtered,
    translations,
    detail,
    find,
    counted,
    pages_by_cursor,
    searched,
]
