"""The last part of an address, made of a file's name: the same on every run, in letters that every mail program keeps."""

from hashlib import sha256

from django.utils.text import slugify

# Bytes of a slug; the field holds 255, and a mark may follow.
MOST = 200
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "·": "-", "&": " "}
)
_APOSTROPHES = ("’", "'", "‘", "ʼ")


def slug_of(stem: str, title: str, locale: str, file: str) -> str:
    """A slug of a file's name without its ending; of the title, or a mark of the file, where nothing is left of it."""
    return _slug(stem, locale) or _slug(title, locale) or f"post-{mark(file)}"


def _slug(text: str, locale: str) -> str:
    # "l’équipe" is two words in French, "team’s" is one in English.
    between = "-" if locale == "fr" else ""
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, between)
    return slugify(text.translate(_LETTERS))[:MOST].strip("-")


def mark(file: str) -> str:
    """Eight letters that belong to a file name."""
    return sha256(file.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def marked(slug: str, file: str) -> str:
    """A slug that no other file has, for one that is taken."""
    return f"{slug}-{mark(file)}"
