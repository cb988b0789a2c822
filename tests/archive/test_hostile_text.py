"""Text that breaks parsers is taken over or refused, quickly, and loses nothing in silence."""

import time
from pathlib import Path

import pytest

from news.archive.body import texts
from news.archive.oddities import Kind
from news.archive.post import read_post

HEAD = "---\ntitle: T\ndate: 2020-01-01T00:00:00Z\ntranslationKey: k\n---\n"
# Seconds of processor time; a quarter of it is usual.
PATIENCE = 4

KEPT = {
    "a mark without a name": ("<![>", ["<![>"]),
    "a mark that does not end": ("before <![ x\n\nafter", ["before <![ x", "after"]),
    "word processors": (
        "<!--[if gte mso 9]><xml><o:p>x</o:p></xml><![endif]-->\n\nOne <![if !mso]>two<![endif]> three<o:p></o:p>",
        ["One two three"],
    ),
    "a document type": ("one\n\n<!DOCTYPE\n\ntwo", ["one", "<!DOCTYPE", "two"]),
    "unpaired CDATA": ("one\n\n<![CDATA[ two\n\nthree <b>four</b>", ["one", "<![CDATA[ two", "three four"]),
    "paired CDATA": ("<![CDATA[ a < b ]]>", ["a < b"]),
    "a comment without its end": ("<!-- one\n\ntwo", ["<!-- one", "two"]),
    "a processing instruction": ("<?php echo\n\nafter", ["<?php echo", "after"]),
    "an attribute without its end": ('<a href="x>one</a> two\n\nthree', ['<a href="x>one two', "three"]),
    "a script without its end": ("<script>one\n\ntwo", ["one", "two"]),
    "raw text elements": ("<plaintext>\n\n<xmp>a</xmp> <textarea>b", ["a b"]),
    "NUL": ("a\0b &#0; c", ["a\ufffdb \ufffd c"]),
    "half characters": ("a &#xD800; b", ["a \ufffd b"]),
    "nesting that a text may have": ("<div>" * 90 + "x" + "</div>" * 90, ["x"]),
    "lists within lists": ("\n".join(" " * (2 * i) + f"- a{i}" for i in range(20)), ["a0", "a19"]),
    "200 kB of signs in paragraphs": (("<" * 1000 + "\n\n") * 200, ["<" * 1000]),
    "200 kB on one line of HTML": ("<p>" + "word " * 40_000 + "</p>", ["word word"]),
}
REFUSED = {
    "250 kB of nested elements": "<div>" * 50_000,
    "nested elements on lines": "<div>\n" * 15_000 + "x",
    "nested lists": "<ul><li>" * 200 + "x",
    "nested tables": "<table><tr><td>" * 90 + "x",
    "nested quotations": ">" * 100 + " x",
    "200 kB of one sign": "<" * 200_000,
    "1 MB on one line": "word " * 200_000,
    "250 kB on one line": "word " * 50_000,
    "opening brackets": ("![" * 10_000 + "\n\n") * 10,
    "very many elements": "<li>" * 100_000,
    "very many lines": "a\n" * 100_000,
}


def timed(archive: Path, body: str) -> tuple[object, list[object]]:
    path = archive / "en" / "post.md"
    path.write_bytes((HEAD + body).encode())
    start = time.process_time()
    result = read_post(archive, path, "en")
    assert time.process_time() - start < PATIENCE
    return result


@pytest.mark.parametrize("name", KEPT)
def test_kept(archive: Path, name: str) -> None:
    body, wanted = KEPT[name]
    post, _oddities = timed(archive, body)
    assert post is not None
    together = " ".join(texts(post.blocks))
    for text in wanted:
        assert text in together


@pytest.mark.parametrize("name", REFUSED)
def test_refused(archive: Path, name: str) -> None:
    post, (oddity,) = timed(archive, REFUSED[name])
    assert post is None
    assert oddity.kind is Kind.REFUSED


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<!-- ",
        "<![CDATA[ ",
        "<? ",
        "{{< ",
        "{% ",
        "*a ",
        "_a ",
        "`a",
        "&",
        "<p title='",
        "<p a=b ",
        "[a](",
        "|a",
    ],
)
@pytest.mark.parametrize("join", ["", "\n", "\n\n"], ids=["one line", "lines", "paragraphs"])
def test_time_is_bounded_for_any_repeated_text(archive: Path, unit: str, join: str) -> None:
    line = unit * 10 if join else unit
    timed(archive, (line + join) * min(100_000 // len(line + join), 19_000))
