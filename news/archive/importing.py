"""The import as a whole: read everything, then write pair by pair, each in a transaction of its own."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from cms.pages.locales import other
from cms.store.following import follow
from news.archive.links import Targets
from news.archive.oddities import Kind, Oddity
from news.archive.pairing import Archive, Pair
from news.archive.post import Post
from news.archive.writing import Circumstances, Outcome, is_current, is_public, write
from news.models import NewsIndexPage
from news.models.imported_posts import ImportedPost

Name = tuple[UUID, str]


class NoSection(Exception):
    """There is no section for releases yet; the message says what makes it."""


@dataclass(slots=True)
class Result:
    """What an import did: the outcome of each post, and everything noticed."""

    outcomes: dict[Name, Outcome] = field(default_factory=dict)
    oddities: set[Oddity] = field(default_factory=set)
    pairs: int = 0

    def counts(self) -> Counter[Outcome]:
        """How many posts came to which outcome."""
        return Counter(self.outcomes.values())

    def of(self, kind: Kind) -> list[Oddity]:
        """The oddities of one kind, by file and line."""
        return sorted(oddity for oddity in self.oddities if oddity.kind is kind)


@dataclass(slots=True)
class Import:
    """An archive on its way into the newsroom. ``original``: the language of the originals of posts in both."""

    archive: Archive
    original: str
    result: Result = field(init=False)
    records: dict[Name, ImportedPost] = field(init=False)
    targets: Targets = field(init=False)
    bilingual: set[UUID] = field(init=False)

    def __post_init__(self) -> None:
        self.result = Result(oddities=set(self.archive.oddities), pairs=len(self.archive.pairs))
        self.targets = Targets(self.archive.pairs)
        self.bilingual = {pair.key for pair in self.archive.pairs if len(pair.posts) > 1}
        self._recall()

    def run(self, seen: Callable[[], object] = lambda: None) -> Result:
        """Write every pair; ``seen`` is called after each. Raises NoSection. Safe to kill and to run again."""
        indexes = sections()
        for pair in self.archive.pairs:
            self._write(pair, indexes)
            seen()
        # Posts that link to later ones: those have their pages only now.
        for pair in self.archive.pairs:
            if any(self._is_behind(post) for post in pair.posts.values()):
                self._write(pair, indexes)
        # What an earlier run left when it was killed between commit and refresh.
        follow()
        return self.result

    def rehearse(self, seen: Callable[[], object] = lambda: None) -> Result:
        """Tell what ``run`` would do, and write nothing."""
        for pair in self.archive.pairs:
            for post in pair.posts.values():
                record = self.records.get((post.key, post.locale))
                self.result.outcomes[post.key, post.locale] = _foreseen(
                    record, post, self._circumstances(post)
                )
                if record is None and not is_public(post):
                    oddity = Oddity(post.file, post.front.lines["date"], Kind.DRAFT, post.front.title)
                    self.result.oddities.add(oddity)
            seen()
        return self.result

    def _recall(self) -> None:
        records = ImportedPost.objects.filter(translation_key__in=[pair.key for pair in self.archive.pairs])
        self.records = {
            (record.translation_key, record.language): record for record in records.select_related("page")
        }

    def _write(self, pair: Pair, indexes: dict[str, int]) -> None:
        posts = sorted(pair.posts.values(), key=lambda post: post.locale != self.original)
        if all(self._is_done(post) for post in posts):
            self._settle(posts, Outcome.UNCHANGED)
            return
        try:
            try:
                written = self._write_posts(posts, indexes)
            except (IntegrityError, OperationalError):
                # Another import was at the same posts, or an editor in the way: what they wrote is seen now.
                written = self._write_posts(posts, indexes)
        except (ValidationError, IntegrityError, DataError) as error:
            reason = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            self.result.oddities.update(Oddity(post.file, 0, Kind.REFUSED, reason) for post in posts)
            return
        for post, outcome, oddities in written:
            self._settle([post], outcome)
            self.result.oddities.update(oddities)
        for record in ImportedPost.objects.filter(translation_key=pair.key).select_related("page"):
            self.records[record.translation_key, record.language] = record

    def _write_posts(
        self, posts: Iterable[Post], indexes: dict[str, int]
    ) -> list[tuple[Post, Outcome, list[Oddity]]]:
        written = []
        with transaction.atomic():
            for post in posts:
                # Read again under a lock: another import may be at work.
                record = (
                    ImportedPost.objects.select_for_update(of=("self",))
                    .filter(translation_key=post.key, language=post.locale)
                    .select_related("page")
                    .first()
                )
                # Read anew for each: the tree below it has grown since.
                index = NewsIndexPage.objects.select_related("locale").get(pk=indexes[post.locale])
                outcome, oddities = write(post, self._circumstances(post), index, record)
                written.append((post, outcome, oddities))
        return written

    def _settle(self, posts: Iterable[Post], outcome: Outcome) -> None:
        for post in posts:
            # A page that was made in this run and then got its links is one that was made.
            before = self.result.outcomes.get((post.key, post.locale), Outcome.UNCHANGED)
            self.result.outcomes[post.key, post.locale] = outcome if before is Outcome.UNCHANGED else before

    def _is_done(self, post: Post) -> bool:
        record = self.records.get((post.key, post.locale))
        if record is None or record.page is None:
            return False
        return is_current(record, post, self._circumstances(post))

    def _is_behind(self, post: Post) -> bool:
        outcome = self.result.outcomes.get((post.key, post.locale), Outcome.LEFT)
        return outcome is not Outcome.LEFT and not self._is_done(post)

    def _circumstances(self, post: Post) -> Circumstances:
        """The original's language, and the pages of the targets of this post's links that have one."""
        found, nowhere = self.targets.of(post)
        self.result.oddities.update(nowhere)
        links = {}
        for href, target in found.items():
            record = self.records.get((target.key, target.locale))
            if record and record.page_id:
                links[href] = record.page_id
        is_bilingual = post.key in self.bilingual or (post.key, other(post.locale)) in self.records
        return Circumstances(self.original if is_bilingual else post.locale, links)


def sections() -> dict[str, int]:
    """The key of the section for releases in each language. Raises NoSection."""
    found: dict[str, int] = {}
    for key, language in NewsIndexPage.objects.order_by("path").values_list("pk", "locale__language_code"):
        found.setdefault(language, key)
    if len(found) < 2:
        raise NoSection(
            _("There is no section for releases in both languages yet. Run “manage.py setup_site” first.")
        )
    return found


def import_posts(
    archive: Archive, *, original: str, rehearsal: bool = False, seen: Callable[[], object]
) -> Result:
    """Import an archive that was read. Raises NoSection."""
    work = Import(archive, original)
    return work.rehearse(seen) if rehearsal else work.run(seen)


def _foreseen(record: ImportedPost | None, post: Post, circumstances: Circumstances) -> Outcome:
    if record is None:
        return Outcome.CREATED
    if record.page is None:
        return Outcome.LEFT
    if is_current(record, post, circumstances):
        return Outcome.UNCHANGED
    return Outcome.UPDATED if record.page.latest_revision_id == record.revision else Outcome.LEFT
