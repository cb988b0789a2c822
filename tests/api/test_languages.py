"""Which language an answer is in: the parameter, then the header, then English (R05)."""

import pytest

from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom, texts_of
from tests.measuring import within

HEADERS = {
    "": "en",
    "en": "en",
    "fr": "fr",
    "FR": "fr",
    "fr-CA": "fr",
    "fr-CA, en;q=0.9": "fr",
    "en;q=0.5, fr;q=0.8": "fr",
    "de, fr;q=0.3": "fr",
    "de": "en",
    "*": "en",
    "fr;q=abc": "en",
    "xx-klingon, fr;q=0.1": "fr",
    ";;;": "en",
    "fr\tx": "en",
    "../../etc/passwd": "en",
    "é": "en",
}


@pytest.mark.parametrize(("header", "language"), HEADERS.items())
def test_header_and_parameter(ask: Ask, newsroom: Newsroom, header: str, language: str) -> None:
    for address in ("images/", f"images/{newsroom.image}/", f"videos/{newsroom.video}/"):
        chosen = ask(address, language=header)
        assert (chosen["Content-Language"], chosen["Vary"]) == (language, "Accept-Language")
        for named in ("en", "fr"):
            answer = ask(
                address, language=header, locale=named, headers={"Cookie": "django_language=fr; locale=fr"}
            )
            assert answer["Content-Language"] == named
            assert "Vary" not in answer
            other = "FR:" if named == "en" else "EN:"
            words = answer.json()
            (words["meta"] if "id" in words else {}).pop("translations", None)
            assert not [text for text in texts_of(words) if text.startswith(other)]


def test_cookies_and_sessions_have_no_say(ask: Ask, newsroom: Newsroom) -> None:
    answer = ask("images/", headers={"Cookie": "django_language=fr; sessionid=x"})
    assert answer["Content-Language"] == "en"
    assert "Set-Cookie" not in answer


@pytest.mark.parametrize(
    "header",
    [
        "fr," * 7000,
        "x" * 20_000,
        "fr;q=" + "0" * 20_000,
        ",".join(f"a{n}" for n in range(4000)),
        ";" * 20_000,
        "-" * 20_000,
    ],
)
def test_huge_headers_cost_nothing(ask: Ask, newsroom: Newsroom, header: str) -> None:
    ask("images/")
    assert within(0.05, lambda: ask("images/", language=header), tries=10).status_code == 200


@pytest.mark.parametrize("value", ["de", "EN", "en-GB", "fr,en", "english", "*", "en "])
def test_languages_that_do_not_exist_are_refused(ask: Ask, newsroom: Newsroom, value: str) -> None:
    for address in ("pages/", "images/", f"images/{newsroom.image}/", "videos/"):
        answer = ask(address, locale=value)
        assert answer.status_code == 400
        assert (answer.json()["parameter"], answer.json()["allowed"]) == ("locale", ["en", "fr"])


def test_a_path_and_a_locale_cannot_contradict_each_other(ask: Ask) -> None:
    answer = ask("pages/find/", html_path="/fr/", locale="en")
    assert (answer.status_code, answer.json()["parameter"]) == (400, "locale")
