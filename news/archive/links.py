"""Links between posts: the addresses of the old site, found again in this archive."""

from collections.abc import Iterable
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from cms.pages.locales import other
from news.archive.inline import anchor
from news.archive.oddities import Kind, Oddity
from news.archive.pairing import Pair
from news.archive.post import Post


class Targets:
    """The posts of an archive by the paths that they had."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._posts: dict[tuple[str, str], Post] = {}
        for pair in pairs:
            for post in pair.posts.values():
                for path in post.addresses():
                    self._posts.setdefault((post.locale, _folded(path)), post)

    def of(self, post: Post) -> tuple[dict[str, Post], list[Oddity]]:
        """The posts that the links of ``post`` lead to, by address as written; and the links that lead nowhere."""
        found: dict[str, Post] = {}
        nowhere: list[Oddity] = []
        for line, href in post.notes.links:
            target = self._target(href, post.locale)
            if target:
                found[href] = target
            else:
                nowhere.append(Oddity(post.file, line, Kind.LINK, href))
        return found, nowhere

    def _target(self, href: str, locale: str) -> Post | None:
        parts = urlsplit(href)
        if parts.query or parts.fragment or not parts.path.startswith("/"):
            return None
        path = _folded(parts.path)
        return self._posts.get((locale, path)) or self._posts.get((other(locale), path))


def _folded(path: str) -> str:
    """A path as its readers would compare it: accents decoded, small letters, no slash at the end."""
    return normalize("NFC", unquote(path)).casefold().rstrip("/")


def relinked(value: Any, pages: dict[str, int]) -> Any:
    """A block's value with links to pages in place of links to the addresses in ``pages``."""
    if isinstance(value, str):
        for href, page in pages.items():
            value = value.replace(anchor(href), f'<a linktype="page" id="{page}">')
        return value
    if isinstance(value, list):
        return [relinked(item, pages) for item in value]
    if isinstance(value, dict):
        return {name: relinked(item, pages) for name, item in value.items()}
    return value
