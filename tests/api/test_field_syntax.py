"""The grammar of ``fields=``, held against Wagtail's own parser."""

import itertools
import random
import re

import pytest
from wagtail.api.v2.utils import FieldsParameterParseError, parse_fields_parameter

from cms.api.field_syntax import FieldName, parse_fields
from cms.api.problems import Problem

# What Wagtail lets pass: no comma after a bracket, a double minus, a minus without a name, a name that begins with "*".
FLAW = re.compile(r"\)[^,)]|--|-(?=[,()]|\Z)|\*[_a]|_\*")


def plain(names: tuple[FieldName, ...]) -> list[tuple[str, bool, object]]:
    return [(n.name, n.negated, None if n.below is None else plain(n.below)) for n in names]


def stock(text: str) -> object:
    try:
        return parse_fields_parameter(text)
    except FieldsParameterParseError:
        return None


def ours(text: str) -> object:
    try:
        return plain(parse_fields("fields", text))
    except Problem:
        return None


@pytest.mark.parametrize(
    "text",
    ["title", "title,lead", "*", "_", "_,title", "*,-body", "-lead", "hero_image(alt,renditions)", "a(_,b(*,-c)),d",
     "*,hero_image(-renditions)", "related(*,hero_image(alt))"],
)  # fmt: skip
def test_reads_what_wagtail_reads(text: str) -> None:
    assert ours(text) is not None
    assert ours(text) == stock(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title, lead", "“ ” is not expected at position 6."),
        ("title,", "It ends too early"),
        ("a(b", "It ends too early"),
        ("a)b", "“)” is not expected at position 1."),
        ("-a(b)", "“(” is not expected at position 2."),
        ("a,*", "stand first"),
        ("-*", "stand first"),
        ("_,-a", "nothing to remove"),
        ("*,a", "nothing to add"),
        ("a(b(c(d(e(f(g))))))", "nested 5 deep"),
        (",".join(f"a{n}" for n in range(201)), "limited to 200 names"),
        ("título", "“í” is not expected at position 1."),
        ("a;b", "“;” is not expected at position 1."),
    ],
)
def test_says_what_it_cannot_read(text: str, says: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_fields("fields", text)
    assert caught.value.status == 400
    assert caught.value.members["parameter"] == "fields"
    assert says in caught.value.detail


def test_differs_from_wagtail_only_where_a_name_is_missing() -> None:
    """Every text of up to five signs, and some long ones: what we take, Wagtail takes and means the same."""
    chance = random.Random(7)
    signs = ["a", "b_1", "*", "_", "-", "(", ")", ","]
    short = ("".join(part) for n in range(1, 6) for part in itertools.product(signs, repeat=n))
    long = ("".join(chance.choices(signs, k=chance.randint(6, 14))) for _ in range(10_000))
    taken = 0
    for text in itertools.chain(short, long):
        mine, theirs = ours(text), stock(text)
        if mine is not None:
            taken += 1
            assert mine == theirs, text
        elif theirs is not None:
            assert FLAW.search(text), (text, theirs)
    assert taken > 500
