"""What counts as a word, and which words are forms of one."""

import pytest

from cms.store.analysis import LONGEST_WORD, MOST_STEMS, analysed, bare, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Alliance, l'OTAN, lʼÉtat", "l alliance l otan l état"),
        ("OTAN/NATO (2026) 058", "otan nato 2026 058"),
        ("The U.S. and the O.T.A.N, p.m. e.g. J. F. Smith", "the us and the otan pm eg j f smith"),
        ("end.Then 3.5 v2.0", "end then 3 5 v2 0"),
        ("vice-président e-mail 10\u202f000 5G", "vice président e mail 10 000 5g"),
        ("Œuvre ﬁn STRASSE İstanbul", "œuvre fin strasse istanbul"),
        ("co\u00adopé\u0301ration e\u0301tat", "coopération état"),
        ("snake_case #tag @name", "snake case tag name"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


def test_long_words_are_cut_alike_in_texts_and_queries() -> None:
    assert words("a" * 10_000) == ["a" * LONGEST_WORD]


@pytest.mark.parametrize(
    ("word", "expected"), [("état", "etat"), ("łódź", "lodz"), ("œuvre", "oeuvre"), ("ça", "ca")]
)
def test_bare(word: str, expected: str) -> None:
    assert bare(word) == expected


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("fr", "allié alliés alliée allies allie"),
        ("fr", "négociation négociations negociations"),
        ("fr", "publié publiée publiées publier publiee"),
        ("fr", "national nationale nationales nationaux"),
        ("fr", "général generaux généraux"),
        ("en", "ally allies allied"),
        ("en", "meeting meetings meet"),
        ("en", "résumé résumés resume"),
        ("de", "über uber"),
    ],
)
def test_forms_of_one_word(locale: str, forms: str) -> None:
    first, *others = [set(stems(word, locale)) for word in forms.split()]
    assert all(first & other for other in others), (first, others)


@pytest.mark.parametrize(
    ("locale", "one", "other"), [("en", "it", "its"), ("en", "news", "newer"), ("fr", "été", "étonner")]
)
def test_different_words(locale: str, one: str, other: str) -> None:
    assert not set(stems(one, locale)) & set(stems(other, locale))


def test_what_is_stored() -> None:
    entry = analysed(["L’Alliance"], ["Alliés"], ["Une mer", "", "mer Noire"], "fr")
    assert entry.title == " l allianc "
    assert entry.lead == " alli "
    assert entry.words == " l alliance | allies | une mer | mer noire | "
    assert entry.stems == "alli allianc l mer noir une"


def test_an_enormous_text_is_searched_by_what_fits() -> None:
    entry = analysed([], [], [" ".join(f"x{number}" for number in range(200_000))], "fr")
    assert len(entry.stems) <= MOST_STEMS * 1.2
