"""Spaces as French wants them; English and markup stay as they are."""

import pytest

from cms.website.typography import typeset, typeset_html


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Qui paie ?", "Qui paie\u202f?"),
        ("Voici : rien", "Voici\u00a0: rien"),
        ("« Oui », dit-elle ; « non » !", "«\u00a0Oui\u00a0», dit-elle\u202f; «\u00a0non\u00a0»\u202f!"),
        ("12 000 000 euros", "12\u202f000\u202f000 euros"),
        ("le n° 12 de M. Dupont", "le n°\u00a012 de M.\u00a0Dupont"),
        ("16:30", "16:30"),
        ("l'an 2026 12 fois", "l'an 2026 12 fois"),
    ],
)
def test_french(before: str, after: str) -> None:
    assert typeset(before, "fr") == after
    assert typeset(before, "en") == before
    assert typeset(after, "fr") == after


def test_markup_is_left_alone() -> None:
    html = '<p>Lire <a href="/x ?a=1 ;b">ceci ?</a> &amp; cela &lt;b&gt; ;</p>'
    assert (
        typeset_html(html, "fr")
        == '<p>Lire <a href="/x ?a=1 ;b">ceci\u202f?</a> &amp; cela &lt;b&gt;\u202f;</p>'
    )


@pytest.mark.parametrize("text", ["<![>", "<![ x", "<" * 200_000, "<div>" * 50_000, " " * 200_000 + "?"])
def test_text_that_breaks_parsers_takes_no_time(text: str) -> None:
    assert typeset_html(text, "fr")
