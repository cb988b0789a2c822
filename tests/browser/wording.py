"""The words of a page of HTML, and which language they are in."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from django.utils.translation import override, trans_real

# Attributes that are shown, or read out.
_SPOKEN = ("title", "aria-label", "aria-description", "placeholder", "alt", "label", "summary")
_SILENT = {"script", "style", "noscript", "svg", "code", "kbd"}
# Class names, keys, names of panels and widgets, tokens, templates of labels.
_CODE = re.compile(r"^w-|^[A-Z]+$|^[A-Z]\w+[A-Z]\w*$|^\w{40,}$|^\{|^X-")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that stand in nearly every sentence of one language and in none of the other.
_ENGLISH = """
add all and any are at be been by choose create delete each edit every from has have here how if
into is it its not of only other our remove save select than that the their them then there these
they this those to was we were what when where which who why will with would yes you your
"""
_FRENCH = """
ajouter aucun aucune aux avec ces cette chaque choisir comme créer dans des du elle elles
enregistrer est et il ils la le les leur leurs mais modifier nos notre nous ou où par pas pour quand
que qui retirer sans sera seulement sont sous supprimer sur sélectionner une votre vous été être
"""
_TELLTALE = {"en": frozenset(_ENGLISH.split()), "fr": frozenset(_FRENCH.split())}


@dataclass(frozen=True)
class Words:
    """A text that is shown or read out, and the language that the page says it is in."""

    text: str
    language: str


def normal(text: str) -> str:
    """One line, with ordinary spaces."""
    return _SPACE.sub(" ", text).strip()


def words_of(html: str) -> Iterator[Words]:
    """The texts of a page as served: nodes, spoken attributes, labels of buttons, strings handed to scripts."""
    soup = BeautifulSoup(html, "html.parser")
    for node in soup.find_all(string=True):
        if isinstance(node, PreformattedString) or not isinstance(node, NavigableString):
            continue
        if text := normal(node):
            parent = node.parent
            if parent is not None and not any(_is_silent(tag) for tag in (parent, *parent.parents)):
                yield Words(text, _language(parent))
    for tag in soup.find_all(True):
        for text in _spoken(tag):
            # An attribute that says the language of its element's words speaks the page's own.
            yield Words(text, _language(tag))


def _is_silent(tag: Tag) -> bool:
    # A counter that counts nothing is hidden, and holds Python's None.
    return tag.name in _SILENT or (tag.has_attr("hidden") and tag.get_text(strip=True) == "None")


def _language(tag: Tag) -> str:
    for one in (tag, *tag.parents):
        if one.get("lang"):
            return str(one["lang"])[:2]
    return ""


def _spoken(tag: Tag) -> Iterator[str]:
    for name, value in tag.attrs.items():
        if not isinstance(value, str) or not value.strip():
            continue
        if name in _SPOKEN or (
            name == "value" and tag.name == "input" and tag.get("type") in ("submit", "button", "reset")
        ):
            yield normal(value)
        elif value.strip()[0] in "[{":
            yield from _strings_in(value)
        elif (
            name.startswith("data-")
            and name.endswith(("-value", "-label", "-text", "-message"))
            and " " in value
        ):
            yield from _texts_in(value)
    if tag.name == "script" and tag.get("type") == "application/json" and tag.string:
        yield from _strings_in(tag.string)


def _strings_in(value: str) -> Iterator[str]:
    try:
        found = json.loads(value)
    except ValueError:
        return
    yield from _walk(found)


def _walk(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)
    elif isinstance(value, str) and value[:1] in ("{", "["):
        yield from _strings_in(value)
    elif isinstance(value, str) and (value[:1].isupper() or " " in value) and not _CODE.search(value):
        yield from _texts_in(value)


def _texts_in(value: str) -> Iterator[str]:
    if "<" not in value:
        yield normal(value)
    else:
        yield from (words.text for words in words_of(value))


def strangers(text: str, language: str) -> set[str]:
    """The words of ``text`` that only the other language has."""
    words = {word.casefold() for word in _WORD.findall(text)}
    other = "fr" if language == "en" else "en"
    return words & _TELLTALE[other]


def has_words(text: str) -> bool:
    """Whether there is anything to translate: two letters in a row that are not part of an address or a code."""
    text = text.strip("()")
    return bool(re.search(r"[^\W\d_]{2}", text)) and not re.fullmatch(
        r"[\w./:#?&=@+-]*[./:_@#=][\w./:#?&=@+-]*", text
    )


def same_by_intent() -> set[str]:
    """Texts whose translation is the text itself ("Image", "Documents"), folded: the French catalogues say so."""
    with override("fr"):
        catalogue = trans_real.catalog()._catalog
        pairs = [(key, value) for key, value in catalogue.items() if isinstance(value, str)]
    same = set()
    for key, value in pairs:
        source = key.split("\x04")[-1] if isinstance(key, str) else key[0].split("\x04")[-1]
        if normal(source).casefold() == normal(value).casefold():
            same.add(normal(source).casefold())
    return same
