"""Texts that are syntax elsewhere, broken or enormous: words are all that is read in them, and nothing fails."""

import pytest

from search.fulltext import LONGEST, MOST_WORDS, OPERATORS, Unsearchable, parse
from tests.search.asking import found

pytestmark = pytest.mark.usefixtures("library")

SAME_AS_ALLIANCE = [
    *(
        "alliance*",
        "^alliance",
        "-alliance",
        "+alliance",
        "!alliance",
        "alliance:*",
        "(alliance",
        "alliance)",
    ),
    *(
        "'alliance",
        "alliance'",
        '"alliance',
        'alliance"',
        '""alliance""',
        "\\alliance",
        "alliance\\",
        "alliance&",
    ),
    *(
        "alliance|",
        "<->alliance",
        "{alliance}",
        "[alliance]",
        "%alliance%",
        "alliance%s",
        "alliance;--",
        "$alliance",
    ),
    *(
        "alliance\x00",
        "\x00alliance",
        "alliance\n",
        "\talliance",
        "alliance 🎉",
        "🎉alliance",
        "alliance\u202e",
    ),
    *("\u200balliance", "al\u00adliance", "ALLIANCE", "ａlliance", "alliance\ud800", "alliance" + "'" * 150),
]
NOTHING = [
    *(
        "stems:alliance",
        "title:alliance",
        "alliance NOT baltique",
        "NEAR(alliance baltique)",
        "alliance NOR",
        "AND NEITHER",
    ),
    *(
        "alliance OR zeppelin",
        "שלום",
        "مرحبا بالعالم",
        "ми́р",
        "北大西洋条約機構",
        "a" * LONGEST,
        "é" * LONGEST,
    ),
    *(
        "' OR 1=1--",
        "'; DROP TABLE store_search; --",
        "${jndi:ldap://x}",
        "{{7*7}}",
        "../../etc/passwd",
        "%d9%a1",
    ),
    *("1e309", "9" * 100, "NaN", "null", "<script>alert(1)</script>", "𝔷𝔢𝔭𝔭𝔢𝔩𝔦𝔫", "z̸̢a̵l̷g̶o̴"),
]
WORDLESS = [
    "",
    " ",
    "\x00",
    "🎉",
    "« »",
    '""',
    '"',
    "…",
    "'",
    "()",
    "*",
    "%",
    "_",
    "\u202e",
    "—",
    "\ud800",
    "& | !",
]


@pytest.mark.parametrize("text", SAME_AS_ALLIANCE)
def test_signs_are_no_operators(text: str) -> None:
    for operator in OPERATORS:
        assert found(text, "fr", operator=operator) == ["baltique", "alliance"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_there_is_not_found(text: str) -> None:
    for locale in ("fr", "en", None):
        assert found(text, locale) == []
        found(text, locale, operator="or")
        found(f'"{text[: LONGEST - 2]}"', locale)


@pytest.mark.parametrize("text", WORDLESS)
def test_a_text_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(Unsearchable) as refused:
        parse(text)
    assert refused.value.reason == "no word"


def test_limits() -> None:
    assert found("a" * LONGEST, "fr") == []
    for text in ("a" * (LONGEST + 1), "a" * 10_240, '"' * 10_240):
        with pytest.raises(Unsearchable, match="200") as refused:
            parse(text)
        assert refused.value.reason == "too long"
    several = " ".join(f"w{number}" for number in range(MOST_WORDS))
    for operator in OPERATORS:
        assert found(several, None, operator=operator) == []
        assert found(f'"{several}"', None, operator=operator) == []
    for text in (f"{several} one", f'"{several} one"', f'"{several}" one'):
        with pytest.raises(Unsearchable, match="20") as refused:
            parse(text)
        assert refused.value.reason == "too many words"
    assert found('"a b" "b c" "c d"', "fr") == []
    with pytest.raises(Unsearchable, match="3") as refused:
        parse('"a b" "b c" "c d" "d e"')
    assert refused.value.reason == "too many phrases"
