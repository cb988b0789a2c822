"""The command: pages in both languages, oddities told, a second run that knows what the first one did."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Locale, Page, Revision

from cms.store import reading
from news.models import ImportedPost, NewsIndexPage, NewsReleasePage
from tests.archive.conftest import WritePost

pytestmark = pytest.mark.django_db
ImportPosts = Callable[..., tuple[int, str]]


def pages() -> dict[str, NewsReleasePage]:
    return {
        f"{page.locale.language_code}/{page.slug}": page
        for page in NewsReleasePage.objects.select_related("locale")
    }


def public(slug: str) -> dict[str, object] | None:
    found = reading.fetch("c.slug = %s", [slug])
    return found[0].data if found else None


def test_a_pair_becomes_two_translations(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post(
        "en/hello.md", "## Greeting\n\nHello.\n", title="Hello", author="Ann", description="A greeting."
    )
    write_post(
        "fr/bonjour.md", "## Salut\n\nBonjour.\n", title="Bonjour", author="Ann", description="Un salut."
    )
    code, report = import_posts(archive)
    assert (code, report.strip().startswith("2 changes (created: 2, updated: 0")) == (0, True), report
    english, french = pages()["en/hello"], pages()["fr/bonjour"]
    assert english.translation_key == french.translation_key
    assert (english.kind, english.language_regime) == ("article", "both")
    assert (english.original_language, french.original_language) == ("en", "en")
    assert (english.lead, english.byline) == ("A greeting.", "Ann")
    released = datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC)
    for page in (english, french):
        assert page.live
        assert not page.has_unpublished_changes
        assert (page.released_at, page.first_published_at, page.last_published_at) == (released,) * 3
        assert page.get_parent().specific_class is NewsIndexPage
    data = public("bonjour")
    assert data is not None
    assert [block["value"]["text"] for block in data["body"]] == ["Salut", "<p>Bonjour.</p>"]
    assert [each["locale"] for each in data["meta"]["translations"]] == ["en"]
    assert data["meta"]["source"] == "translation"


def test_french_can_be_the_original(archive: Path, write_post: WritePost, import_posts: ImportPosts) -> None:
    write_post("en/hello.md")
    write_post("fr/bonjour.md")
    import_posts(archive, "--original", "fr")
    assert {page.original_language for page in pages().values()} == {"fr"}


def test_a_second_run_writes_nothing(archive: Path, write_post: WritePost, import_posts: ImportPosts) -> None:
    write_post("en/hello.md", "See [that](/2021/02/03/bonjour/).")
    write_post("fr/bonjour.md")
    import_posts(archive)
    revisions = Revision.objects.count()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        code, report = import_posts(archive)
    assert code == 0
    assert "0 changes (created: 0, updated: 0, unchanged: 2" in report
    assert Revision.objects.count() == revisions
    statements = [query["sql"].split()[0] for query in queries]
    assert set(statements) <= {"SELECT", "SAVEPOINT", "RELEASE"}


def test_a_changed_file_changes_its_page_alone(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post("en/hello.md", "Old words.\n")
    write_post("fr/bonjour.md")
    import_posts(archive)
    before = pages()
    write_post("en/hello.md", "New words.\n", title="Another title")
    _code, report = import_posts(archive)
    assert "1 change (created: 0, updated: 1, unchanged: 1" in report
    after = pages()
    assert after["en/hello"].pk == before["en/hello"].pk
    assert after["en/hello"].title == "Another title"
    assert after["en/hello"].revisions.count() == 2
    assert after["fr/bonjour"].revisions.count() == 1
    data = public("hello")
    assert data is not None
    assert data["body"][0]["value"]["text"] == "<p>New words.</p>"


def test_the_other_language_can_come_later(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post("fr/bonjour.md", translationKey="greeting")
    _code, report = import_posts(archive)
    assert "fr/bonjour.md:4" in report
    assert pages()["fr/bonjour"].original_language == "fr"
    write_post("en/hello.md", translationKey="greeting")
    _code, report = import_posts(archive, "--original", "fr")
    assert "created: 1, updated: 0, unchanged: 1" in report
    assert {page.original_language for page in pages().values()} == {"fr"}
    assert len({page.translation_key for page in pages().values()}) == 1


def test_refused_files_are_named_and_the_rest_goes_on(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post("en/good.md", translationKey="good")
    write_post("en/bad.md", date="soon", translationKey="bad")
    write_post("en/one.md", translationKey="double")
    write_post("en/two.md", translationKey="double")
    (archive / "en" / "latin.md").write_bytes("---\ntitle: é\n---\n".encode("cp1252"))
    (archive / "en" / "folder.md").mkdir()
    (archive / "en" / "notes.txt").write_text("x")
    code, report = import_posts(archive)
    assert code == 1
    assert list(pages()) == ["en/good"]
    for place in ("en/bad.md:3", "en/one.md:4", "en/two.md:4", "en/latin.md:2", "en/notes.txt"):
        assert place in report
    assert "Files refused: 4." in report


def test_a_directory_that_holds_no_posts(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    for name, says in (
        ("missing", "does not exist"),
        ("file", "is no directory"),
        ("empty", "holds no posts"),
    ):
        with pytest.raises(CommandError, match=says) as error:
            call_command("import_posts", str(tmp_path / name))
        assert error.value.returncode == 2


def test_without_its_section_nothing_is_imported(archive: Path, write_post: WritePost) -> None:
    write_post("en/hello.md")
    for section in NewsIndexPage.objects.all():
        section.delete()
    with pytest.raises(CommandError, match="setup_site") as error:
        call_command("import_posts", str(archive))
    assert error.value.returncode == 2


def test_a_rehearsal_writes_nothing(archive: Path, write_post: WritePost, import_posts: ImportPosts) -> None:
    write_post("en/hello.md", date="2999-01-01T00:00:00Z")
    code, report = import_posts(archive, "--dry-run")
    assert code == 0
    assert "Nothing was written. An import would come to this: 1 change (created: 1" in report
    assert "en/hello.md:3" in report
    assert not pages()
    import_posts(archive)
    _code, report = import_posts(archive, "--dry-run")
    assert "0 changes" in report


def test_drafts_and_the_future_are_not_published(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post("en/draft.md", draft="true", translationKey="draft")
    write_post("en/future.md", date="2999-01-01T00:00:00Z", translationKey="future")
    _code, report = import_posts(archive)
    assert [page.live for page in pages().values()] == [False, False]
    assert public("draft") is None
    assert "en/draft.md:3" in report
    write_post("en/draft.md", translationKey="draft")
    import_posts(archive)
    assert public("draft") is not None
    assert pages()["en/draft"].first_published_at == datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC)


def test_what_the_newsroom_did_since_is_respected(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    for name in ("edited", "deleted", "withdrawn"):
        write_post(f"en/{name}.md", translationKey=name)
    import_posts(archive)
    edited = pages()["en/edited"]
    edited.title = "The editor's title"
    edited.save_revision().publish()
    pages()["en/deleted"].delete()
    pages()["en/withdrawn"].unpublish()
    for name in ("edited", "deleted", "withdrawn"):
        write_post(f"en/{name}.md", "Other words.", translationKey=name)
    code, report = import_posts(archive)
    assert code == 0
    assert "created: 0, updated: 1, unchanged: 0, left alone: 2" in report
    assert pages()["en/edited"].title == "The editor's title"
    assert "en/deleted" not in pages()
    assert not pages()["en/withdrawn"].live
    assert (
        pages()["en/withdrawn"].get_latest_revision_as_object().body[0].value["text"].source
        == "<p>Other words.</p>"
    )
    for name in ("edited", "deleted", "withdrawn"):
        assert f"en/{name}.md " in report


def test_a_page_of_the_newsroom_is_never_taken_over(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post("fr/bonjour.md")
    import_posts(archive)
    french = pages()["fr/bonjour"]
    index = NewsIndexPage.objects.get(locale__language_code="en")
    own = NewsReleasePage(
        title="The translator's",
        slug="own",
        locale=index.locale,
        released_at=timezone.now(),
        translation_key=french.translation_key,
    )
    index.add_child(instance=own)
    write_post("en/hello.md")
    code, report = import_posts(archive)
    assert code == 0
    assert "left alone: 1" in report
    assert set(pages()) == {"fr/bonjour", "en/own"}


def test_addresses_that_are_taken_are_told_and_stay_the_same(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    index = NewsIndexPage.objects.get(locale__language_code="en")
    index.add_child(
        instance=NewsReleasePage(title="x", slug="hello", locale=index.locale, released_at=timezone.now())
    )
    write_post("en/hello.md", translationKey="a")
    write_post("en/Same.md", translationKey="b")
    write_post("en/same!.md", translationKey="c")
    _code, report = import_posts(archive)
    slugs = {slug for slug in pages() if "-" in slug}
    assert len(slugs) == 3
    assert report.count("→") == 3
    _code, report = import_posts(archive)
    assert "0 changes" in report
    assert slugs <= set(pages())


def test_links_between_posts_lead_to_their_pages(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    old, new = "2020-01-02T00:00:00Z", "2021-01-02T00:00:00Z"
    body = "[new](/2021/01/02/new/), [gone](/2019/01/01/gone/), [place](#there)"
    write_post("en/old.md", body, date=old, translationKey="old")
    write_post("en/new.md", "[old](/2020/01/02/old)", date=new, translationKey="new")
    _code, report = import_posts(archive)
    first, second = public("old"), public("new")
    assert first is not None
    assert second is not None
    assert '/en/news/new/" hreflang="en">new</a>' in first["body"][0]["value"]["text"]
    assert (
        '<a href="/2019/01/01/gone/">gone</a>, <a href="#there">place</a>'
        in first["body"][0]["value"]["text"]
    )
    assert '/en/news/old/" hreflang="en">old</a>' in second["body"][0]["value"]["text"]
    assert "/2019/01/01/gone/" in report
    assert "created: 2, updated: 0" in report
    assert pages()["en/old"].last_published_at == datetime(2020, 1, 2, tzinfo=UTC)
    _code, report = import_posts(archive)
    assert "0 changes" in report


def test_the_report_speaks_the_active_language(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post("fr/bonjour.md", "![x](https://example.org/x.png)")
    with translation.override("fr"):
        _code, report = import_posts(archive)
    assert "Images inaccessibles" in report
    assert "1 modification" in report


def test_a_pair_is_written_whole_or_not_at_all(
    archive: Path, write_post: WritePost, import_posts: ImportPosts, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_post("en/hello.md")
    write_post("fr/bonjour.md")
    save = ImportedPost.save

    def fail_in_french(self: ImportedPost, *args: object, **kwargs: object) -> None:
        if self.language == "fr":
            raise ValueError("the machine stops here")
        save(self)

    monkeypatch.setattr(ImportedPost, "save", fail_in_french)
    with pytest.raises(ValueError, match="stops here"):
        import_posts(archive)
    assert not pages()
    assert not ImportedPost.objects.exists()
    monkeypatch.undo()
    _code, report = import_posts(archive)
    assert "created: 2" in report


def test_pages_stand_under_the_section_of_their_language(
    archive: Path, write_post: WritePost, import_posts: ImportPosts
) -> None:
    write_post("en/hello.md")
    write_post("fr/bonjour.md")
    import_posts(archive)
    for locale in Locale.objects.all():
        (page,) = Page.objects.child_of(NewsIndexPage.objects.get(locale=locale))
        assert page.locale == locale
        assert page.latest_revision.created_at > timezone.now() - timedelta(minutes=5)
