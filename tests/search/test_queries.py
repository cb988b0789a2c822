"""A table of searches and what they find, in order: the same on both databases, since the table is the same."""

import pytest

from tests.search.asking import found
from tests.search.library import HIDDEN

pytestmark = pytest.mark.usefixtures("library")

# Title before lead before body, then the newest.
FRENCH = [
    ("alliance", ["baltique", "alliance"]),
    ("Alliances", ["baltique", "alliance"]),
    ("l'Alliance", ["baltique", "alliance"]),
    ("l’ALLIANCE", ["baltique", "alliance"]),
    ("patrouille aérienne", ["baltique"]),
    ("patrouilles aeriennes", ["baltique"]),
    ("décision", ["etat"]),
    ("decisions", ["etat"]),
    ("décidé", ["baltique"]),
    ("d'état", ["etat"]),
    ("d’Etat", ["etat"]),
    ("États", ["etat"]),
    ("vice-président", ["sommet"]),
    ("vice president", ["sommet"]),
    ("vice‑présidents", ["sommet"]),
    ("OTAN", ["sommet", "baltique"]),
    ("otan", ["sommet", "baltique"]),
    ("O.T.A.N.", ["sommet", "baltique"]),
    ("l’OTAN/NATO", []),
    ("(2026) 058", ["baltique"]),
    ("2026 058", ["baltique"]),
    ("058", ["baltique"]),
    ("58", []),
    ("2026", ["sommet", "baltique", "alliance"]),
    ("n° 12", ["baltique"]),
    ("XXIe siècle", ["etat"]),
    ("œuvrer", ["sommet"]),
    ("oeuvre", ["sommet"]),
    ("mer baltique", ["baltique", "alliance"]),
    ("mer", ["baltique", "etat", "alliance"]),
    ("Lodz istanbul", ["alliance"]),
    ("été", ["alliance"]),
    ("ministre de la défense", ["baltique"]),
    ("de la defense", ["baltique"]),
    ("the alliance", []),
    ("zeppelin", []),
    ("alliance zeppelin", []),
    (HIDDEN, []),
    (f"{HIDDEN}s baltique", []),
]
ENGLISH = [
    ("ally", ["baltic"]),
    ("allied alliances", ["baltic"]),
    ("patrolling", ["baltic"]),
    ("strengthened", ["baltic"]),
    ("NATO", ["summit", "baltic"]),
    ("nato's", ["summit", "baltic"]),
    ("N.A.T.O.", ["summit", "baltic"]),
    ("US", ["coup"]),
    ("u.s.", ["coup"]),
    ("the decision of the Alliance", []),
    ("decisions of the century", ["coup"]),
    ("vice president's press conferences", ["summit"]),
    ("etat", ["summit"]),
    ("it", ["exercise"]),
    ("the IT", ["exercise"]),
]
PHRASES = [
    ('"mer Baltique"', ["baltique", "alliance"]),
    ("« mer baltique »", ["baltique", "alliance"]),
    ("“MER baltique”", ["baltique", "alliance"]),
    ('"baltique mer"', []),
    ('"présence mer"', []),
    ('"en mer Baltique"', ["baltique"]),
    ('"conference de presse"', ["sommet"]),
    ('"conférences de presse"', []),
    ('"l’Alliance"', ["baltique", "alliance"]),
    ('"d\'etat"', ["etat"]),
    ('"de la"', ["etat", "sommet", "baltique"]),
    ('"alliés"', ["baltique"]),
    ('"allié"', []),
    ('"mer Baltique" exercice', ["alliance"]),
    ('"mer Baltique" "de la Défense"', ["baltique"]),
    ('"(2026) 058"', ["baltique"]),
    ('"Baltique Les alliés"', []),
    ('"guerre Opération"', ["baltique"]),
    ('"mer noire', ["etat"]),
    ('mer" noire', ["etat"]),
    ('"mer Baltique" "', ["baltique", "alliance"]),
]
ANY = [
    ("décision patrouille", ["baltique", "etat"]),
    ("alliance conférence zeppelin", ["sommet", "baltique", "alliance"]),
    ("mer alliance", ["baltique", "alliance", "etat"]),
    ('"mer noire" "conférence de presse"', ["sommet", "etat"]),
    ('"mer noire" siècle exercice', ["alliance", "etat"]),
    ('"mer rouge" exercice', ["alliance"]),
    ('"mer rouge"', []),
    ("de zeppelin", []),
]
BOTH = [
    ("alliance", ["baltic", "baltique", "exercise", "alliance"]),
    ("(2026) 061", ["summit", "sommet"]),
    ("press", ["summit", "sommet"]),
    ("presse", ["summit", "sommet"]),
    ("etat", ["etat", "summit"]),
    ('"baltic sea"', ["baltic", "exercise"]),
    ("2026 été", ["alliance"]),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: list[str]) -> None:
    assert found(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_exact_phrases(text: str, expected: list[str]) -> None:
    assert found(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), ANY)
def test_any_of_several(text: str, expected: list[str]) -> None:
    assert found(text, "fr", operator="or") == expected


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_each_item_is_asked_in_its_own_language(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_words_that_every_text_holds_are_looked_for_when_they_stand_alone() -> None:
    assert found("du la", "fr") == ["sommet"]
    assert found("du la", "fr", operator="or", order=("-date",)) == ["alliance", "sommet", "etat", "baltique"]


def test_in_order_of_date() -> None:
    assert found("mer", "fr", order=("-date",)) == ["alliance", "etat", "baltique"]
    assert found("mer", "fr", order=("date",)) == ["baltique", "etat", "alliance"]
    assert found("mer", "fr", order=("title",)) == ["etat", "alliance", "baltique"]
    assert found("mer", "fr", order=("relevance", "title")) == ["baltique", "etat", "alliance"]
