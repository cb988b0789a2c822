"""A file becomes a post: front matter, encoding, and what is refused with its line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from news.archive.oddities import Kind, Oddity
from news.archive.post import Post, read_post
from tests.archive.conftest import WritePost


def read(archive: Path, path: Path) -> tuple[Post | None, list[Oddity]]:
    return read_post(archive, path, path.parent.name)


def refusal(archive: Path, content: str | bytes) -> tuple[int, str]:
    path = archive / "en" / "post.md"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    post, (oddity,) = read(archive, path)
    assert post is None
    assert oddity.kind is Kind.REFUSED
    return oddity.line, oddity.detail


def test_front_matter_is_taken_over(archive: Path, write_post: WritePost) -> None:
    path = write_post(
        "fr/l’équipe.md",
        title="  Cœur de l’équipe : « oui » ",
        description="Deux\nlignes.",
        author="Zoé Léger",
        date="2018-08-23 09:30:00 -0400",
    )
    post, oddities = read(archive, path)
    assert post is not None
    assert post.front.title == "Cœur de l’équipe : « oui »"
    assert post.front.description == "Deux lignes."
    assert post.front.author == "Zoé Léger"
    assert post.front.date == datetime(2018, 8, 23, 13, 30, tzinfo=UTC)
    assert post.slug == "l-equipe"
    assert oddities == []


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2019-01-02T10:00:00.123Z", datetime(2019, 1, 2, 10, 0, 0, 123000, tzinfo=UTC)),
        ("2019-01-02T23:30:00-05:00", datetime(2019, 1, 3, 4, 30, tzinfo=UTC)),
        ("2019-01-02", datetime(2019, 1, 2, tzinfo=UTC)),
        ("2019-01-02T10:00:00", datetime(2019, 1, 2, 10, tzinfo=UTC)),
    ],
)
def test_dates_are_utc(archive: Path, written: str, read_as: datetime) -> None:
    path = archive / "en" / "post.md"
    path.write_text(f"---\ntitle: T\ndate: {written}\ntranslationKey: k\n---\nWords.\n")
    post, oddities = read(archive, path)
    assert post is not None
    assert post.front.date == read_as
    has_zone = written.endswith(("Z", "-05:00"))
    assert [(oddity.kind, oddity.line) for oddity in oddities] == ([] if has_zone else [(Kind.DATE, 3)])


def test_scalars_stay_as_they_are_written(archive: Path) -> None:
    path = archive / "en" / "post.md"
    path.write_text(
        "---\ntitle: 007\nauthor: no\ndescription: 1e3\ndate: 2020-01-01T00:00:00Z\ntranslationKey: 12\n---\nx\n"
    )
    post, _oddities = read(archive, path)
    assert post is not None
    assert (post.front.title, post.front.author, post.front.description) == ("007", "no", "1e3")
    assert post.front.translation_key == "12"


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("No front matter at all\n", 1, "first line"),
        ("---\ntitle: Endless\n", 1, "no end"),
        ("---\ntitle: a: b\ndate: 2020-01-01\n---\nx\n", 2, "not YAML"),
        ("---\ndate: 2020-01-01\n---\nx\n", 1, "no title"),
        ("---\ntitle: T\n---\nx\n", 1, "no date"),
        ("---\ntitle: T\ndate: last Tuesday\n---\nx\n", 3, "last Tuesday"),
        ("---\ntitle: T\ndate: 2021-02-30\n---\nx\n", 3, "2021-02-30"),
        ("---\ntitle: T\ndate: 0001-01-01T00:00:00+14:00\n---\nx\n", 3, "is not a date"),
        ("---\ntitle: T\ndate: 2020-01-01\ndraft: maybe\n---\nx\n", 4, "maybe"),
        ("---\ntitle: T\ndate: 2020-01-01\ntitle: U\n---\nx\n", 4, "twice"),
        ("---\ntitle: &a T\nauthor: *a\ndate: 2020-01-01\n---\nx\n", 3, "references"),
        (f"---\ntitle: {'T' * 256}\ndate: 2020-01-01\n---\nx\n", 2, "256 characters"),
        (f"---\ntitle: T\ndate: 2020-01-01\nauthor: {'A' * 256}\n---\nx\n", 4, "256 characters"),
        ("---\n- a\n- b\n---\nx\n", 1, "names and values"),
        ("---\ntitle: " + "[" * 20_000 + "\n---\nx\n", 2, "nested"),
        (f"---\ntitle: T\na: {'b' * 40_000}\n---\nx\n", 1, "32768"),
        ("---\ntitle: T\ndate: 2020-01-01\n---\nCafé\n".encode("cp1252"), 5, "0xe9"),
        ("---\ntitle: T\n---\nx\n".encode("utf-16"), 1, "UTF-16"),
        ("", 1, "first line"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(
    archive: Path, content: str | bytes, line: int, says: str
) -> None:
    at, message = refusal(archive, content)
    assert says in message
    assert at == line


def test_markup_in_a_title_is_read_as_plain_text_and_told(archive: Path, write_post: WritePost) -> None:
    path = write_post(
        "fr/a.md", title="Pas le temps de <strong>ne pas</strong> tester&nbsp;: *oui*", description="~~a~~ b"
    )
    post, oddities = read(archive, path)
    assert post is not None
    assert post.front.title == "Pas le temps de ne pas tester\u00a0: oui"
    assert post.front.description == "a b"
    assert [(oddity.kind, oddity.line) for oddity in oddities] == [(Kind.PLAIN, 2), (Kind.PLAIN, 5)]


def test_unused_front_matter_and_the_picture_are_told(archive: Path, write_post: WritePost) -> None:
    path = write_post(
        "en/a.md", layout="blog", tags=["a", "b"], image="https://example.org/a.jpg", image_alt="A cat"
    )
    _post, oddities = read(archive, path)
    told = {oddity.kind: oddity for oddity in oddities}
    assert told[Kind.FRONT_MATTER].detail == "tags: a, b"
    assert "https://example.org/a.jpg A cat" in told[Kind.IMAGE].detail
    assert len(told) == 2


def test_text_that_was_encoded_twice_and_controls_are_told(archive: Path, write_post: WritePost) -> None:
    path = write_post(
        "en/a.md", "The cafÃ© is open.\n\nA bell\x07 rings, a zero\0 stays visible.\n\nLost: \ufffd\n"
    )
    post, oddities = read(archive, path)
    assert post is not None
    text = post.blocks[0].value["text"]
    assert "cafÃ©" in text
    assert "A bell rings, a zero\ufffd stays" in text
    assert [(oddity.kind, oddity.line) for oddity in oddities] == [
        (Kind.ENCODING, 6),
        (Kind.CHARACTERS, 8),
        (Kind.ENCODING, 10),
    ]


def test_a_byte_order_mark_and_windows_lines_are_read(archive: Path) -> None:
    path = archive / "en" / "post.md"
    path.write_bytes(
        b"\xef\xbb\xbf---\r\ntitle: T\r\ndate: 2020-01-01T00:00:00Z\r\ntranslationKey: k\r\n---\r\nOne.\r\n\r\nTwo.\r\n"
    )
    post, oddities = read(archive, path)
    assert post is not None
    assert post.blocks[0].value == {"text": "<p>One.</p><p>Two.</p>"}
    assert oddities == []


@pytest.mark.parametrize(
    ("stem", "locale", "slug"),
    [
        ("what’s-new", "en", "whats-new"),
        ("c’est-l’été", "fr", "c-est-l-ete"),
        ("œuvre & cœur", "fr", "oeuvre-coeur"),
        ("« bouchées-de-sécurité »-au-snc", "fr", "bouchees-de-securite-au-snc"),
        ("utilisateur·rice·s", "fr", "utilisateur-rice-s"),
    ],
)
def test_slugs_are_letters_that_every_mail_program_keeps(
    archive: Path, write_post: WritePost, stem: str, locale: str, slug: str
) -> None:
    post, _oddities = read(archive, write_post(f"{locale}/{stem}.md"))
    assert post is not None
    assert post.slug == slug


def test_a_name_of_signs_alone_takes_the_title_or_a_mark(archive: Path, write_post: WritePost) -> None:
    titled, _ = read(archive, write_post("en/….md", title="A title"))
    nameless, _ = read(archive, write_post("en/……….md", title="…"))
    assert titled is not None
    assert nameless is not None
    assert titled.slug == "a-title"
    assert nameless.slug.startswith("post-")
