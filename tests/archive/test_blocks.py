"""Markdown and HTML become typed blocks, and what is simplified is told with its line."""

from typing import Any

import pytest

from news.archive.body import blocks_of
from news.archive.markdown import rendered
from news.archive.oddities import Kind, Notes


def convert(body: str) -> tuple[list[tuple[str, Any]], list[tuple[Kind, int]]]:
    notes = Notes("en/post.md")
    blocks = blocks_of(rendered(body, 1, notes), 1, notes)
    return [(block.type, block.value) for block in blocks], [
        (oddity.kind, oddity.line) for oddity in notes.oddities
    ]


def text_of(body: str) -> str:
    ((kind, value),), _oddities = convert(body)
    assert kind == "rich_text"
    return str(value["text"])


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("One\nline.", "<p>One line.</p>"),
        ("*a* **b** ***c***", "<p><i>a</i> <b>b</b> <i><b>c</b></i></p>"),
        ("a  \nb<br>c", "<p>a<br/>b<br/>c</p>"),
        ("`a < b`", "<p>a &lt; b</p>"),
        ("x<sup>2</sup> y<sub>i</sub>", "<p>x<sup>2</sup> y<sub>i</sub></p>"),
        (
            "[a & b](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2">a &amp; b</a></p>',
        ),
        ("[é](https://numérique.example/é)", '<p><a href="https://numérique.example/é">é</a></p>'),
        ("<https://example.org/>", '<p><a href="https://example.org/">https://example.org/</a></p>'),
        ("* a\n* b\n  * c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("1. a\n\n   b\n2. c", "<ol><li>a<br/>b</li><li>c</li></ol>"),
        ("<ol><li>a</li></ol>\n\n<ol start='2'><li>b</li></ol>", "<ol><li>a</li><li>b</li></ol>"),
        ("one\n\n---\n\ntwo", "<p>one</p><p>two</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a</p>\n<p></p>\n\n\n<p>&nbsp;</p>\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("10\u00a0%\u202f: « oui »", "<p>10\u00a0%\u202f: « oui »</p>"),
        ("<strong>a <strong>b</strong></strong>", "<p><b>a b</b></p>"),
    ],
)
def test_prose(body: str, text: str) -> None:
    assert text_of(body) == text


def test_prose_between_headings_is_one_block() -> None:
    blocks, oddities = convert("Intro\n\n## One\n\na\n\n* b\n\nc\n\n### **Two** &amp; 3\n\nd")
    assert blocks == [
        ("rich_text", {"text": "<p>Intro</p>"}),
        ("heading", {"text": "One", "level": "h2"}),
        ("rich_text", {"text": "<p>a</p><ul><li>b</li></ul><p>c</p>"}),
        ("heading", {"text": "Two & 3", "level": "h3"}),
        ("rich_text", {"text": "<p>d</p>"}),
    ]
    assert oddities == []


def test_levels_that_do_not_exist_are_the_nearest_ones() -> None:
    blocks, oddities = convert("# a\n\n##### b\n\n<h6>c</h6>")
    assert [value["level"] for _kind, value in blocks] == ["h2", "h4", "h4"]
    assert oddities == [(Kind.HEADING, 1), (Kind.HEADING, 3), (Kind.HEADING, 5)]


def test_a_heading_that_is_too_long_is_a_paragraph() -> None:
    blocks, oddities = convert("## " + "x" * 256)
    assert blocks == [("rich_text", {"text": f"<p><b>{'x' * 256}</b></p>"})]
    assert oddities == [(Kind.HEADING, 1)]


def test_quotations_have_their_speaker() -> None:
    blocks, oddities = convert(
        "> *One.*\n>\n> Two.\n\n<blockquote cite='https://example.org/'><p>Three.</p>\n"
        "<cite>— Zoé Léger, chef</cite></blockquote>"
    )
    plain = {"speaker": None, "role": ""}
    assert blocks == [
        (
            "quotation",
            {"text": "<p><i>One.</i></p><p>Two.</p>", "speaker_name": "", "source_url": "", **plain},
        ),
        (
            "quotation",
            {
                "text": "<p>Three.</p>",
                "speaker_name": "Zoé Léger, chef",
                "source_url": "https://example.org/",
                **plain,
            },
        ),
    ]
    assert oddities == []


def test_a_cited_title_inside_a_quotation_stays_in_it() -> None:
    ((_kind, value),), _oddities = convert(
        "<blockquote><p>I read <cite>Candide</cite> twice.</p></blockquote>"
    )
    assert value["text"] == "<p>I read <i>Candide</i> twice.</p>"
    assert value["speaker_name"] == ""


def cells(value: Any) -> list[list[str]]:
    return [[cell["value"] for cell in row["value"]["cells"]] for row in value["rows"]]


def test_tables_of_both_kinds() -> None:
    blocks, oddities = convert("| a | b |\n|---|---|\n| *c* | d |\n")
    assert blocks[0][0] == "table"
    assert blocks[0][1]["header_row"] is True
    assert cells(blocks[0][1]) == [["<p>a</p>", "<p>b</p>"], ["<p><i>c</i></p>", "<p>d</p>"]]
    blocks, oddities = convert(
        "<table><caption>Sum</caption><tr><th>x</th><td>1</td></tr><tr><th>y</th><td>2</td></tr></table>"
    )
    assert (blocks[0][1]["caption"], blocks[0][1]["header_row"], blocks[0][1]["header_column"]) == (
        "Sum",
        False,
        True,
    )
    assert oddities == []


def test_joined_cells_keep_their_columns() -> None:
    blocks, oddities = convert(
        "<table><tr><td rowspan=2>a</td><td>b</td><td>c</td></tr><tr><td colspan='2'>d</td></tr></table>"
    )
    assert cells(blocks[0][1]) == [["<p>a</p>", "<p>b</p>", "<p>c</p>"], ["", "<p>d</p>", ""]]
    assert oddities == [(Kind.TABLE, 1)]


def test_a_table_that_places_things_is_running_text() -> None:
    blocks, oddities = convert(
        "<table><tr><td><p>a</p>\n<ul><li>b</li></ul></td>\n<td><img src='https://example.org/x.jpg'></td></tr></table>"
    )
    assert blocks == [("rich_text", {"text": "<p>a</p><ul><li>b</li></ul>"})]
    assert oddities == [(Kind.TABLE, 1), (Kind.IMAGE, 3)]


def test_a_table_larger_than_a_table_can_be_is_paragraphs() -> None:
    blocks, oddities = convert("|a|b|\n|-|-|\n" + "|c|d|\n" * 200)
    assert [kind for kind, _value in blocks] == ["rich_text"]
    assert blocks[0][1]["text"].count("<p>") == 402
    assert oddities == [(Kind.TABLE, 1)]


def test_details_are_questions_with_answers() -> None:
    blocks, oddities = convert(
        "<details><summary><h3>Why?</h3></summary>\n<p>So.</p>\n\n<h5>More</h5>\n\n<blockquote><p>q</p></blockquote></details>\n"
        "\n<details><summary>Who?</summary>Me.</details>\n\nAfter"
    )
    items = [item["value"] for item in blocks[0][1]["items"]]
    assert items == [
        {"question": "Why?", "answer": "<p>So.</p><p><b>More</b></p><p>q</p>"},
        {"question": "Who?", "answer": "<p>Me.</p>"},
    ]
    assert blocks[1] == ("rich_text", {"text": "<p>After</p>"})
    assert oddities == [(Kind.HEADING, 4), (Kind.QUOTATION, 6)]


def test_pictures_go_and_their_captions_stay() -> None:
    blocks, oddities = convert(
        "![Alt](https://example.org/a.png)\n\n<figure><img src='https://example.org/b.png'>"
        "<figcaption>What it shows</figcaption></figure>\n\n[![Home](h.png)](https://example.org/)"
    )
    assert blocks == [
        ("rich_text", {"text": '<p>What it shows</p><p><a href="https://example.org/">Home</a></p>'}),
    ]
    assert oddities == [(Kind.IMAGE, 1), (Kind.IMAGE, 3), (Kind.IMAGE, 5)]


def test_footnotes_are_a_list_at_the_end() -> None:
    blocks, oddities = convert("A claim.[^a]\n\n[^a]: The *proof*.\n[^b]: Nobody asked.")
    assert blocks == [
        ("rich_text", {"text": "<p>A claim.<sup>[1]</sup></p><ol><li>The <i>proof</i>.</li></ol>"})
    ]
    assert oddities == [(Kind.FOOTNOTE, 1), (Kind.LOST, 1)]


def test_a_list_that_begins_later_keeps_its_numbers_and_is_told() -> None:
    blocks, oddities = convert("text\n\n3. c\n4. d\n")
    assert blocks == [("rich_text", {"text": '<p>text</p><ol start="3"><li>c</li><li>d</li></ol>'})]
    assert oddities == [(Kind.NUMBERING, 3)]


@pytest.mark.parametrize(
    ("body", "text", "kind"),
    [
        ("~~old~~ new", "<p>old new</p>", Kind.STYLE),
        ("<u>a</u>", "<p>a</p>", Kind.STYLE),
        ("a {{< youtube x >}} b", "<p>a b</p>", Kind.SHORTCODE),
        ("{% include x %}\nb", "<p>b</p>", Kind.SHORTCODE),
        ("<blink>a</blink>", "<p>a</p>", Kind.MARKUP),
        ("<iframe src='https://example.org/'></iframe>a", "<p>a</p>", Kind.MEDIA),
        ("[a](javascript:alert(1))", "<p>a</p>", Kind.UNSAFE),
        ('<a href="java&#115;cript:alert(1)">a</a>', "<p>a</p>", Kind.UNSAFE),
        ("<p onclick='x()'>a</p><script>\n\nalert(1)\n\n</script>", "<p>a</p>", Kind.MEDIA),
        ("[](https://example.org/) a", "<p>a</p>", Kind.LINK),
        ("    code\n      more", "<p>code<br/>more</p>", Kind.STYLE),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p><b>a</b></p><p>b</p>", Kind.STYLE),
    ],
)
def test_what_does_not_exist_here_is_told(body: str, text: str, kind: Kind) -> None:
    ((_type, value),), oddities = convert(body)
    assert value["text"] == text
    assert (kind, 1) in oddities


def test_a_comment_is_never_shown_even_across_blank_lines() -> None:
    blocks, oddities = convert("<div>\n<!-- hidden\n\n**still hidden** -->\n<p>shown</p>\n</div>\n\nafter")
    assert blocks == [("rich_text", {"text": "<p>shown</p><p>after</p>"})]
    assert oddities == []


def test_lines_are_those_of_the_file() -> None:
    notes = Notes("en/post.md")
    body = "a\n\n<div>\n  <p>b</p>\n  <img\n    src='x.png'>\n</div>\n\nc\nd ![e](f.png)\n"
    blocks_of(rendered(body, 10, notes), 10, notes)
    assert [oddity.line for oddity in notes.oddities] == [14, 19]
