"""The compiled projection gives the same bytes as graphql-core, over sound data and spoilt ones, or gives up."""

import copy
import inspect
import os
import random
from typing import Any

import pytest

from cms.graphql import projection
from cms.graphql.documents import document
from cms.graphql.errors import Refused
from cms.graphql.execution import Prepared, by_graphql_core, encode, prepare
from cms.graphql.nodes import Data, Node
from cms.graphql.reading import read
from cms.store.models import ContentItem
from search.answers import answers
from tests.graphql.conftest import Ask
from tests.graphql.generating import Generator
from tests.graphql.test_reading import EVERYTHING
from tests.website.making import Newsroom

# GRAPHQL_QUERIES=20000 for the long run.
QUERIES = int(os.environ.get("GRAPHQL_QUERIES", "200"))
SPOILT_EACH = 2
WRONG: tuple[Any, ...] = (None, 7, 7.5, "no such thing", "", [], {}, [None], True, 2**40)


@pytest.fixture
def ids(newsroom: Newsroom) -> dict[str, list[int]]:
    """Ids of public items by the root field that finds them."""
    found: dict[str, list[int]] = {}
    singular = {"people": "person"}
    for collection, number in ContentItem.objects.values_list("collection", "public_id"):
        found.setdefault(singular.get(collection, collection.removesuffix("s")), []).append(number)
    return {name: sorted(set(numbers)) for name, numbers in found.items()}


def prepared(query: str) -> Prepared | None:
    """The query, ready to be executed; None when it passes a limit."""
    try:
        return prepare(document(query), None, {}, "en")
    except Refused as error:
        if not (error.errors[0].extensions or {})["code"].endswith("_LIMIT"):
            raise
        return None


def core(found: Prepared, data: Data) -> bytes:
    return by_graphql_core(found, data, "", "id").body


def compared(found: Prepared, data: Data) -> bool:
    """Whether the projection vouched for the data; if so, for the same bytes."""
    try:
        made = encode({"data": found.plan.projection(data, None)})
    except Exception:
        return False
    assert made == core(found, data), found.document.text
    return True


def holders(data: Any) -> list[Any]:
    """Every object and list that an answer may be made from, those of nodes and of cards among them."""
    found: list[Any] = []
    seen: set[int] = set()
    stack: list[Any] = [data]
    while stack:
        value = stack.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, Node):
            stack += [value.data, value.lists, value.row.cards, list(value.row.nodes.values())]
        elif isinstance(value, dict | list) and value:
            found.append(value)
            stack += value.values() if isinstance(value, dict) else value
    return found


def spoil(data: Data, chance: random.Random) -> None:
    """Replace one value, take one name out, or make one type unknown."""
    holder = chance.choice(holders(data))
    key = chance.choice(list(holder) if isinstance(holder, dict) else list(range(len(holder))))
    if isinstance(holder, dict) and chance.random() < 0.3:
        del holder[key]
    else:
        holder[key] = copy.deepcopy(chance.choice(WRONG))


class Run:
    """What became of a run: queries over sound data, spoilt ones given up, spoilt ones vouched for."""

    sound = gave_up = vouched = 0


def run(queries: int, ids: dict[str, list[int]], seed: int) -> Run:
    """Compare over as many queries, each on sound data and on spoilt ones."""
    generator, chance, done = Generator(seed, ids), random.Random(seed), Run()
    for _ in range(queries):
        found = prepared(generator.query())
        if found is None or found.plan.introspects:
            continue
        data, _version = read(found.plan, found.asked)
        found.plan.projection = projection.compiled(found.plan)
        assert compared(found, data), f"gave up on sound data: {found.document.text}"
        done.sound += 1
        for _ in range(SPOILT_EACH):
            data, _version = read(found.plan, found.asked)
            compared(found, data)  # cards are decoded now, and can be spoilt too
            spoil(data, chance)
            if compared(found, data):
                done.vouched += 1
            else:
                done.gave_up += 1
    return done


def test_generated_queries(newsroom: Newsroom, ids: dict[str, list[int]], caplog: Any) -> None:
    caplog.set_level("CRITICAL")
    done = run(QUERIES, ids, 20261125)
    assert done.sound > QUERIES * 0.9
    assert done.gave_up > QUERIES * 0.2
    assert done.vouched > QUERIES * 0.2


@pytest.mark.parametrize(
    ("what", "mutant"),
    [
        (
            "a null passes where none may be",
            ("{variable}.__class__ is not str", "{variable}.__class__ is int"),
        ),
        ("an unknown code passes", ("if {variable} not in {values}: raise Unlike", "pass")),
        ("an alias answers under its field's name", ("{out.key!r}: {value}", "{out.name!r}: {value}")),
    ],
)
def test_a_planted_fault_is_caught(
    newsroom: Newsroom,
    ids: dict[str, list[int]],
    caplog: Any,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    mutant: tuple[str, str],
) -> None:
    caplog.set_level("CRITICAL")
    source = inspect.getsource(projection)
    assert mutant[0] in source
    faulty: dict[str, Any] = {"__name__": projection.__name__}
    exec(compile(source.replace(*mutant), "faulty", "exec"), faulty)
    monkeypatch.setattr(projection, "compiled", faulty["compiled"])

    # What is asked follows from the ids that the database gave: one series may miss the one kind of damage.
    def several() -> None:
        for series in range(8):
            run(QUERIES, ids, 20261125 + series)

    with pytest.raises(AssertionError):
        several()


def test_sound_rows_never_fall_back(newsroom: Newsroom, ask: Ask) -> None:
    """What is asked twice is compiled, and from then on projected."""
    before = projection.figures.fallbacks, projection.figures.projected
    for number in range(4):
        ask(EVERYTHING + f"# {number % 2}", most=4)
        answers.clear()
    assert projection.figures.fallbacks == before[0]
    assert projection.figures.projected == before[1] + 2
