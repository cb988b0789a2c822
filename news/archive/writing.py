"""A post becomes a page, or its page follows its file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import uuid5

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.pages.regime import Regime
from news.archive.links import relinked
from news.archive.oddities import Kind, Oddity
from news.archive.post import NAMESPACE, Post
from news.archive.slugs import marked
from news.models import NewsIndexPage, NewsReleasePage, ReleaseKind
from news.models.imported_posts import ImportedPost

# Raised when the same file is to become another page than before: then all pages follow once.
FORMAT = 1


class Outcome(StrEnum):
    """What was done with a post."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a page is made from beside its file: the language of its original, and the pages that its links lead to."""

    original: str
    links: Mapping[str, int]

    def digest(self) -> str:
        """Equal for equal circumstances."""
        return sha256(json.dumps([FORMAT, self.original, sorted(self.links.items())]).encode()).hexdigest()


def is_current(record: ImportedPost, post: Post, circumstances: Circumstances) -> bool:
    """Whether the page that was made of ``post`` is what would be made of it now."""
    return (record.digest, record.circumstances) == (post.digest, circumstances.digest())


def write(
    post: Post, circumstances: Circumstances, index: NewsIndexPage, record: ImportedPost | None
) -> tuple[Outcome, list[Oddity]]:
    """Make or update the page of ``post`` under ``index``, with its record. The caller holds the transaction.

    A page that the newsroom has edited, deleted or made itself is left alone, and told.
    """
    if record is None:
        return _create(post, circumstances, index)
    if record.page is None:
        # Told on every run: the file and the newsroom disagree for as long as both stand as they do.
        return Outcome.LEFT, [_conflict(post, _("the page was deleted; it is not made again"))]
    if is_current(record, post, circumstances):
        return Outcome.UNCHANGED, []
    return _update(post, circumstances, record, record.page)


def _create(post: Post, circumstances: Circumstances, index: NewsIndexPage) -> tuple[Outcome, list[Oddity]]:
    oddities: list[Oddity] = []
    if Page.objects.filter(translation_key=post.key, locale=index.locale).exists():
        return Outcome.LEFT, [_conflict(post, _("the newsroom has a page of its own for this translation"))]
    slug = post.slug
    if Page.objects.child_of(index).filter(slug=slug).exists():
        slug = marked(post.slug, post.file)
        oddities.append(Oddity(post.file, 0, Kind.SLUG, f"{post.slug} → {slug}"))
    page = NewsReleasePage(
        slug=slug,
        locale=index.locale,
        translation_key=post.key,
        kind=ReleaseKind.ARTICLE,
        language_regime=Regime.BOTH,
        live=False,
        first_published_at=post.front.date,
    )
    _fill(page, post, circumstances)
    index.add_child(instance=page)
    public = is_public(post)
    revision = _publish(page, published_at=post.front.date) if public else page.save_revision()
    if not public:
        oddities.append(Oddity(post.file, post.front.lines["date"], Kind.DRAFT, post.front.title))
    _remember(
        ImportedPost(translation_key=post.key, language=post.locale), page, post, circumstances, revision.pk
    )
    return Outcome.CREATED, oddities


def _update(
    post: Post, circumstances: Circumstances, record: ImportedPost, page: NewsReleasePage
) -> tuple[Outcome, list[Oddity]]:
    if page.latest_revision_id != record.revision:
        return Outcome.LEFT, [
            _conflict(post, _("the page was edited; the changes of the file are not taken over"))
        ]
    # Never published since it was made: a draft of the import. One that was public has been withdrawn by somebody.
    public = page.live or (page.last_published_at is None and is_public(post))
    oddities = [] if public else [_conflict(post, _("the page is not public; it was updated as a draft"))]
    if page.live and not is_public(post):
        return Outcome.LEFT, [_conflict(post, _("a draft in its file, but public here"))]
    if not page.live and not is_public(post):
        oddities = [Oddity(post.file, post.front.lines["date"], Kind.DRAFT, post.front.title)]
    _fill(page, post, circumstances)
    if not page.live:
        # Of a page that was never public, the row is what the admin's listings show.
        page.save()
    # New words are published now; a link that found its page changes nothing that readers read.
    published_at = post.front.date if not page.live or record.digest == post.digest else None
    revision = _publish(page, published_at=published_at) if public else page.save_revision()
    _remember(record, page, post, circumstances, revision.pk)
    return Outcome.UPDATED, oddities


def is_public(post: Post) -> bool:
    """Whether a post is to be seen now: not marked as a draft, not dated in the future."""
    return not post.front.draft and post.front.date <= timezone.now()


def _fill(page: NewsReleasePage, post: Post, circumstances: Circumstances) -> None:
    page.title = page.draft_title = post.front.title
    page.lead = post.front.description
    page.byline = post.front.author
    page.released_at = post.front.date
    page.original_language = circumstances.original
    page.body = json.dumps(_stream(post, circumstances.links))


def _publish(page: NewsReleasePage, *, published_at: datetime | None) -> Any:
    revision = page.save_revision()
    revision.publish()
    if published_at is not None:
        # Publishing stamps the present; readers of an archive expect the day on which the post came out.
        Page.objects.filter(pk=page.pk).update(
            first_published_at=published_at, last_published_at=published_at
        )
    return revision


def _stream(post: Post, links: Mapping[str, int]) -> list[dict[str, Any]]:
    """The body as a StreamField keeps it, with ids that are the same on every run."""
    blocks = []
    for number, block in enumerate(post.blocks):
        path = f"{post.key}:{post.locale}:{number}"
        value = _identified(relinked(block.value, dict(links)), path)
        blocks.append({"type": block.type, "value": value, "id": str(uuid5(NAMESPACE, path))})
    return blocks


def _identified(value: Any, path: str) -> Any:
    """A block's value in which every item of a list has its id."""
    if isinstance(value, dict):
        with_ids = {name: _identified(part, f"{path}.{name}") for name, part in value.items()}
        return with_ids | {"id": str(uuid5(NAMESPACE, path))} if value.get("type") == "item" else with_ids
    if isinstance(value, list):
        return [_identified(item, f"{path}.{number}") for number, item in enumerate(value)]
    return value


def _remember(
    record: ImportedPost, page: NewsReleasePage, post: Post, circumstances: Circumstances, revision: int
) -> None:
    record.page = page
    record.file = post.file
    record.digest = post.digest
    record.circumstances = circumstances.digest()
    record.revision = revision
    record.save()


def _conflict(post: Post, detail: str) -> Oddity:
    return Oddity(post.file, 0, Kind.CONFLICT, detail)
