"""One post: a file read into front matter and blocks, or refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5

from news.archive.body import Block, blocks_of
from news.archive.front_matter import FrontMatter, parse, split
from news.archive.markdown import rendered
from news.archive.oddities import Kind, Notes, Oddity, Refused
from news.archive.slugs import slug_of
from news.archive.source import name_of, read

# Every import makes the same keys of the same names, so that a second run finds what the first one made.
NAMESPACE = UUID("5f0c6f5e-7d0d-5c0f-9d2b-8a0c3f1b6a51")


@dataclass(frozen=True, slots=True)
class Post:
    """A post in one language. ``file`` is its path below the directory of the import, with slashes."""

    locale: str
    file: str
    front: FrontMatter
    blocks: tuple[Block, ...]
    slug: str
    digest: str
    notes: Notes

    @property
    def key(self) -> UUID:
        """What this and its other language have in common: the page's ``translation_key``."""
        return uuid5(NAMESPACE, self.front.translation_key or f"file:{self.file}")

    def addresses(self) -> Iterator[str]:
        """The paths that the old site may have had for this post, to find links between posts."""
        for stem in (Path(self.file).stem, self.slug):
            yield f"/{self.front.date:%Y/%m/%d}/{stem}"


def read_post(directory: Path, path: Path, locale: str) -> tuple[Post | None, list[Oddity]]:
    """A post, or None when it is refused; and what was noticed."""
    notes = Notes(name_of(directory, path))
    try:
        return _post(path, locale, notes), notes.oddities
    except Refused as refused:
        # What was noticed before no longer matters: nothing of the file is taken over.
        return None, [Oddity(notes.file, refused.line, Kind.REFUSED, refused.message)]


def _post(path: Path, locale: str, notes: Notes) -> Post:
    data, text = read(path, notes)
    head, body, first_line = split(text)
    front = parse(head, notes)
    blocks = tuple(blocks_of(rendered(body, first_line, notes), first_line, notes))
    if not blocks:
        notes.add(Kind.EMPTY, first_line, front.title)
    if not front.translation_key:
        notes.add(Kind.KEY, 1, front.title)
    return Post(
        locale=locale,
        file=notes.file,
        front=front,
        blocks=blocks,
        slug=slug_of(path.stem, front.title, locale, notes.file),
        digest=sha256(data).hexdigest(),
        notes=notes,
    )
