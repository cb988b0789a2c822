"""A directory of posts as pairs: ``en/`` and ``fr/``, two files of one ``translationKey`` being one item."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from django.utils.translation import gettext as _

from cms.pages.locales import Language, other
from news.archive.oddities import Kind, Oddity
from news.archive.post import Post, read_post
from news.archive.slugs import marked
from news.archive.source import name_of

ENDINGS = (".md", ".markdown")


class BadDirectory(Exception):
    """A directory that holds no posts; the message says why."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The posts of one item, by language."""

    key: UUID
    posts: dict[str, Post]


@dataclass(frozen=True, slots=True)
class Archive:
    """A directory read: its pairs, oldest first, and everything noticed."""

    pairs: list[Pair]
    oddities: list[Oddity]
    read: int


def files_of(directory: Path) -> tuple[list[tuple[str, Path]], list[Oddity]]:
    """Language and path of every post below ``directory``, sorted. Raises BadDirectory."""
    try:
        if not directory.is_dir():
            problem = _("it does not exist") if not directory.exists() else _("it is no directory")
            raise BadDirectory(
                _("%(directory)s: %(problem)s.") % {"directory": directory, "problem": problem}
            )
        files: list[tuple[str, Path]] = []
        ignored: list[Oddity] = []
        for locale in Language.values:
            for path in sorted((directory / locale).rglob("*")):
                if path.is_dir() or path.name.startswith("."):
                    continue
                if path.suffix.lower() in ENDINGS:
                    files.append((locale, path))
                else:
                    ignored.append(Oddity(name_of(directory, path), 0, Kind.FILE, path.suffix))
    except OSError as error:
        message = _("%(directory)s cannot be read: %(reason)s.")
        raise BadDirectory(message % {"directory": directory, "reason": error.strerror}) from error
    if not files:
        message = _(
            "%(directory)s holds no posts: Markdown files are expected in its directories “en” and “fr”."
        )
        raise BadDirectory(message % {"directory": directory})
    return files, ignored


def read_archive(directory: Path, seen: Callable[[], object] = lambda: None) -> Archive:
    """Read every post below ``directory``; ``seen`` is called after each. Raises BadDirectory."""
    files, oddities = files_of(directory)
    posts: list[Post] = []
    for locale, path in files:
        post, noticed = read_post(directory, path, locale)
        oddities.extend(noticed)
        if post:
            posts.append(post)
        seen()
    posts = list(_without_doubles(posts, oddities))
    posts = _with_own_slugs(posts, oddities)
    pairs = sorted(_pairs(posts, oddities), key=_age)
    return Archive(pairs, oddities, len(files))


def _without_doubles(posts: Iterable[Post], oddities: list[Oddity]) -> Iterator[Post]:
    """Posts whose key no other of their language has. Which of two is meant is not guessed: both are refused."""
    by_key: dict[tuple[str, UUID], list[Post]] = defaultdict(list)
    for post in posts:
        by_key[post.locale, post.key].append(post)
    for group in by_key.values():
        if len(group) == 1:
            yield group[0]
            continue
        for post in group:
            others = ", ".join(each.file for each in group if each is not post)
            message = _("translationKey “%(key)s” is also in %(files)s.")
            detail = message % {"key": post.front.translation_key, "files": others}
            line = post.front.lines.get("translationKey", 1)
            # Its other oddities go: nothing of it is taken over.
            oddities[:] = [each for each in oddities if each.file != post.file]
            oddities.append(Oddity(post.file, line, Kind.REFUSED, detail))


def _with_own_slugs(posts: list[Post], oddities: list[Oddity]) -> list[Post]:
    """Posts with slugs that no other of their language has: all of those that share one are given a mark."""
    files: dict[tuple[str, str], list[str]] = defaultdict(list)
    for post in posts:
        files[post.locale, post.slug].append(post.file)
    own: list[Post] = []
    for post in posts:
        if len(files[post.locale, post.slug]) > 1:
            slug = marked(post.slug, post.file)
            oddities.append(Oddity(post.file, 0, Kind.SLUG, f"{post.slug} → {slug}"))
            post = replace(post, slug=slug)
        own.append(post)
    return own


def _pairs(posts: Iterable[Post], oddities: list[Oddity]) -> list[Pair]:
    by_key: dict[UUID, dict[str, Post]] = defaultdict(dict)
    for post in posts:
        by_key[post.key][post.locale] = post
    for group in by_key.values():
        for locale, post in group.items():
            if len(group) == 1 and post.front.translation_key:
                message = _("no post in “%(language)s” goes with it; translationKey: %(key)s")
                detail = message % {"language": other(locale), "key": post.front.translation_key}
                oddities.append(Oddity(post.file, post.front.lines["translationKey"], Kind.PAIR, detail))
    return [Pair(key, group) for key, group in by_key.items()]


def _age(pair: Pair) -> tuple[object, str]:
    """Oldest first: posts link to older ones, which then have their pages already."""
    first = min(pair.posts.values(), key=lambda post: post.file)
    return min(post.front.date for post in pair.posts.values()), first.file
