"""Words as they are searched for: those of stored texts and those that readers ask for, the same on both databases.

A word is a run of letters and digits without regard to case. It is found by its *stems*, which stand for all its
forms and have no accents, and in an exact phrase by itself, without its accents.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.french_stemmer import FrenchStemmer

STEMMERS = {"en": EnglishStemmer, "fr": FrenchStemmer}
# Words that nearly every text holds, and what an apostrophe leaves of others. They are passed over in a search that
# has another word. Words that also mean something ("été", "est", "son", "it", "may") are not among them.
ENGLISH = "a an and are as at be by d for from in is its ll m of on or re s t that the their this to ve was were which with"
FRENCH = (
    "a au aux c ce ces cette d dans de des du elle en et il ils j l la le les leur leurs lors m n ou par pour qu que qui"
    " s sa se ses sur t un une y"
)
PASSED_OVER = {"en": frozenset(ENGLISH.split()), "fr": frozenset(FRENCH.split())}
LONGEST_WORD = 64  # characters; what follows is not looked at
# Bytes of all the stems of an item. PostgreSQL takes 1 MB in a text search vector.
MOST_STEMS = 500_000

WORD = re.compile(r"[^\W_]+")
# U.S., O.T.A.N., N.A.T.O: written with points, found without.
POINTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
# Marks over and under letters: those of Latin, Greek and Cyrillic, of Hebrew and of Arabic.
ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u1dc0-\u1dff]")
# The same where they compose with no letter, and signs that nobody sees: a soft hyphen, joiners, directions.
UNSEEN = re.compile(ACCENTS.pattern[:-1] + "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Letters of Unicode that some keyboards give for an apostrophe.
APOSTROPHES = str.maketrans("ʼʹʻ", "'''")
# Letters that no accent can be taken from.
LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
# Typed without its accent, which its stem depends on.
PARTICIPLE = re.compile(r"ee(s?)$")
BOUNDARY = "|"


def words(text: str) -> list[str]:
    """The words of ``text`` in order, in lower case, with their accents. Apostrophes and hyphens part words."""
    text = text.casefold()
    if not text.isascii():
        text = UNSEEN.sub("", normalize("NFKC", text.translate(APOSTROPHES)))
    text = POINTED.sub(lambda match: match[0].replace(".", ""), text)
    return [word[:LONGEST_WORD] for word in WORD.findall(text)]


def bare(word: str) -> str:
    """A word, or several parted by spaces, without accents."""
    if word.isascii():
        return word
    return ACCENTS.sub("", normalize("NFKD", word)).translate(LETTERS)


@lru_cache(maxsize=20_000)
def stems(word: str, locale: str) -> tuple[str, ...]:
    """What stands for all forms of ``word`` in ``locale``: the stem of its bare form, then that of its accented one
    where it differs. Two words are forms of one if they have a stem in common, whether or not accents are written.
    """
    of_language = STEMMERS.get(locale)
    if of_language is None or word in PASSED_OVER[locale]:  # "its" is no form of "it"
        return (bare(word),)
    stemmer = of_language()  # one each: it keeps what it works on, and threads share this module
    accented = PARTICIPLE.sub(r"ée\1", word) if locale == "fr" else word
    return tuple(dict.fromkeys((stemmer.stemWord(bare(word)), bare(stemmer.stemWord(accented)))))


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of an item, as they are stored. Words are parted by single spaces, and each text begins and ends
    with one, so that a word or several in a row are found as a part of the text.

    ``title`` and ``lead``: the first stem of each word in order, then the others. ``words``: all bare words in order,
    with a bar where one value ends. ``stems``: each stem of the item once.
    """

    title: str
    lead: str
    words: str
    stems: str


def analysed(title: Sequence[str], lead: Sequence[str], body: Sequence[str], locale: str) -> Analysed:
    """The words of an item in ``locale``, of the values of its title, of the rest of its card, and of all others."""
    parts = [[words(text) for text in texts] for texts in (title, lead, body)]
    every = {word for part in parts for text in part for word in text}
    return Analysed(
        title=_stem_text(parts[0], locale),
        lead=_stem_text(parts[1], locale),
        words=_spaced(f"{bare(' '.join(text))} {BOUNDARY}" for part in parts for text in part if text),
        stems=" ".join(_within(sorted({stem for word in every for stem in stems(word, locale)}))),
    )


def _stem_text(texts: Sequence[Sequence[str]], locale: str) -> str:
    found = [stems(word, locale) for text in texts for word in text]
    return _spaced([forms[0] for forms in found] + [stem for forms in found for stem in forms[1:]])


def _spaced(parts: Iterable[str]) -> str:
    joined = " ".join(parts)
    return f" {joined} " if joined else ""


def _within(found: Sequence[str]) -> Iterator[str]:
    size = 0
    for stem in found:
        size += len(stem.encode())
        if size > MOST_STEMS:
            return
        yield stem
