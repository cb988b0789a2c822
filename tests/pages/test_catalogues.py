"""The check of translations: it finds every marked text, and everything that is wrong with a catalogue."""

from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from cms.pages.catalogues import problems, texts_of

SOURCE = """
title = _("A title")
label = gettext_lazy("Written by %(name)s")
months = pgettext("calendar", "May")
count = ngettext("%(count)d item", "%(count)d items", 2)
nothing = other("not this")
"""
TEMPLATE = """{% load i18n %}
    {% translate "In a template" %}
  {% blocktranslate trimmed count n=number %}
     {{ n }} page
  {% plural %}
     {{ n }} pages
  {% endblocktranslate %}
<p>not this, nor "that"</p>
"""
CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "A title"
msgstr "Un titre"

msgid "Written by %(name)s"
msgstr "Écrit par %(name)s"

msgctxt "calendar"
msgid "May"
msgstr "mai"

msgid "%(count)d item"
msgid_plural "%(count)d items"
msgstr[0] "%(count)d élément"
msgstr[1] "%(count)d éléments"

msgid "In a template"
msgstr "Dans un gabarit"

msgid "%(n)s page"
msgid_plural "%(n)s pages"
msgstr[0] "%(n)s page"
msgstr[1] "%(n)s pages"
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "app" / "templates").mkdir(parents=True)
    (tmp_path / "app" / "views.py").write_text(SOURCE)
    (tmp_path / "app" / "templates" / "page.html").write_text(TEMPLATE)
    return tmp_path


def found(tree: Path, catalogue: str, compiled: str | None = None) -> list[str]:
    po = tree / "django.po"
    po.write_text(catalogue)
    (tree / "compiled.po").write_text(compiled or catalogue)
    with (tree / "compiled.po").open("rb") as source, (tree / "django.mo").open("wb") as target:
        write_mo(target, read_po(source, locale="fr"))
    return list(problems(list(texts_of([tree / "app"], tree)), po, "fr"))


def test_every_marked_text_is_found_and_no_other(tree: Path) -> None:
    ids = {text.id for text in texts_of([tree / "app"], tree)}
    assert ids == {
        "A title",
        "Written by %(name)s",
        "May",
        ("%(count)d item", "%(count)d items"),
        "In a template",
        ("%(n)s page", "%(n)s pages"),
    }


def test_a_whole_catalogue_has_no_problem(tree: Path) -> None:
    assert found(tree, CATALOGUE) == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('msgstr "Un titre"', 'msgstr ""', "not translated: 'A title'"),
        ('msgid "A title"', 'msgid "Another title"', "not translated: 'A title'"),
        ('msgctxt "calendar"\n', "", "not translated: 'May'"),
        ('msgid "A title"', '#, fuzzy\nmsgid "A title"', "fuzzy: 'A title'"),
        ("Écrit par %(name)s", "Écrit par elle", "placeholders missing"),
        ("Écrit par %(name)s", "Écrit par %(nom)s", "placeholders that the source does not fill"),
        ('msgstr[1] "%(n)s pages"', 'msgstr[1] ""', "not translated: '%(n)s page'"),
    ],
)
def test_each_defect_is_named(tree: Path, before: str, after: str, problem: str) -> None:
    assert CATALOGUE.count(before) == 1
    [line] = found(tree, CATALOGUE.replace(before, after))
    assert problem in line
    assert ":" in line.split()[0]


def test_a_stale_compiled_catalogue_is_named(tree: Path) -> None:
    [line] = found(tree, CATALOGUE, compiled=CATALOGUE.replace("Un titre", "Un vieux titre"))
    assert "compilemessages" in line
