"""The rows of a batch of releases, written in bulk: what Wagtail would write one by one, in the same tables."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F
from wagtail.models import Page, Revision

from cms.pages.locales import Language
from cms.translation.slugs import slug_from
from news.models import (
    NewsReleasePage,
    ReleaseDocument,
    ReleaseRelated,
    ReleaseSpeaker,
    ReleaseTag,
    ReleaseTopic,
)
from news.volume.bodies import BodyWriter
from news.volume.composing import Composition
from news.volume.pool import Pool
from news.volume.words import identity

CHILDREN = ("topic_links", "speaker_links", "document_links", "related_links", "tagged_items")


def write(releases: Sequence[Composition], sections: dict[str, int], pool: Pool) -> list[NewsReleasePage]:
    """Write the pages of ``releases`` in both languages under ``sections``, the language's index by its id.

    The caller holds the transaction; nothing is written twice only if none of them exists.
    """
    pages: list[NewsReleasePage] = []
    earlier = _earlier(releases)
    parents = {page.pk: page for page in Page.objects.select_for_update().filter(pk__in=sections.values())}
    for language in Language.values:
        own = [_page(release, language, pool, earlier) for release in releases]
        _plant(own, parents[sections[language]])
        pages += own
    _insert(pages)
    return pages


def _earlier(releases: Sequence[Composition]) -> dict[tuple[int, str], int]:
    """The ids of the pages that the releases lead to, by number and language. Those of this batch have none yet."""
    keys = {identity("release", number): number for release in releases for number in release.earlier}
    rows = Page.objects.filter(translation_key__in=keys).values_list(
        "translation_key", "locale__language_code", "pk"
    )
    return {(keys[key], language): pk for key, language, pk in rows}


def _page(
    release: Composition, language: str, pool: Pool, earlier: dict[tuple[int, str], int]
) -> NewsReleasePage:
    dice, at = release.dice, release.released_at
    links = {number: earlier[number, language] for number in release.earlier if (number, language) in earlier}
    writer = BodyWriter(release, language, pool, links)
    title = release.title(language)
    page = NewsReleasePage(
        title=title,
        draft_title=title,
        slug=f"{slug_from(title)}-{release.number}",
        locale=pool.locales[language],
        translation_key=release.key,
        content_type=ContentType.objects.get_for_model(NewsReleasePage),
        original_language=release.original,
        language_regime=release.regime,
        body_language=release.original if release.regime == "as_delivered" else "",
        first_published_at=at,
        last_published_at=at,
        latest_revision_created_at=at,
        released_at=at,
        kind=release.kind,
        number=release.printed_number,
        lead=release.lead(language),
        byline=dice.pick("byline", list(pool.people.values()))[language].name
        if release.kind in ("article", "opinion")
        else "",
        place=pool.places[release.place["key"]][language],
        hero_image=pool.images[dice.pick("hero", list(pool.images))] if dice.chance("has hero", 70) else None,
        body=json.dumps(writer.body()),
        contacts=json.dumps(writer.contacts()),
        corrections=json.dumps(writer.corrections()),
    )
    for name, rows in _children(release, language, pool, links.values()).items():
        setattr(page, name, rows)
    return page


def _children(
    release: Composition, language: str, pool: Pool, related: Iterable[int]
) -> dict[str, list[models.Model]]:
    """The rows under the page, by the name of their relation."""
    dice, locale = release.dice, pool.locales[language]

    def row(kind: str, number: int) -> dict[str, Any]:
        key = identity(f"release/{release.number}/{kind}", number)
        return {"locale": locale, "translation_key": key, "sort_order": number}

    speakers = dice.roll("speaker count", 3) if dice.chance("speaks", 50) else 0
    people = [pool.people[key][language] for key in dice.some("speakers", list(pool.people), speakers)]
    offered = 1 if dice.chance("documents", 15) else 0
    documents = [pool.documents[key] for key in dice.some("documents", list(pool.documents), offered)]
    return {
        "topic_links": [
            ReleaseTopic(topic=pool.topics[key][language], **row("topic", number))
            for number, key in enumerate(release.topics)
        ],
        "speaker_links": [
            ReleaseSpeaker(person=person, role=person.role, **row("speaker", number))
            for number, person in enumerate(people)
        ],
        "document_links": [
            ReleaseDocument(document=document, **row("document", number))
            for number, document in enumerate(documents)
        ],
        "related_links": [
            ReleaseRelated(related_page_id=pk, sort_order=number) for number, pk in enumerate(related)
        ],
        "tagged_items": [
            ReleaseTag(tag=tag) for tag in dice.some("tags", pool.tags, 1 + dice.roll("tag count", 3))
        ],
        "wagtail_admin_comments": [],  # known to be none: the revision need not ask
    }


def _plant(pages: Sequence[NewsReleasePage], parent: Page) -> None:
    """Give the pages their places in the tree: after the last child of ``parent``, which counts them."""
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    for number, page in enumerate(pages, step + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, number)
        page.url_path = f"{parent.url_path}{page.slug}/"
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))


def _insert(pages: Sequence[NewsReleasePage]) -> None:
    shared = [field.attname for field in Page._meta.concrete_fields]
    above = Page.objects.bulk_create(Page(**{name: getattr(page, name) for name in shared}) for page in pages)
    for page, row in zip(pages, above, strict=True):
        page.pk = page.id = row.pk
    # bulk_create refuses a model with a parent table; its rows there have just been made.
    NewsReleasePage._base_manager._insert(
        pages, fields=NewsReleasePage._meta.local_concrete_fields, using=NewsReleasePage._base_manager.db
    )
    for name in CHILDREN:
        rows: list[models.Model] = []
        for page in pages:
            for child in getattr(page, name).all():
                setattr(child, "content_object_id" if name == "tagged_items" else "page_id", page.pk)
                rows.append(child)
        if rows:
            type(rows[0])._default_manager.bulk_create(rows)
    _revisions(pages, above)


def _revisions(pages: Sequence[NewsReleasePage], above: Sequence[Page]) -> None:
    """Each page's one revision: what an editor's next change is compared with."""
    own, base = ContentType.objects.get_for_model(NewsReleasePage), ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=own,
            base_content_type=base,
            object_id=str(page.pk),
            created_at=page.latest_revision_created_at,
            object_str=str(page),
            content=page.serializable_data(),
        )
        for page in pages
    )
    for row, revision in zip(above, revisions, strict=True):
        row.live_revision_id = row.latest_revision_id = revision.pk
    Page.objects.bulk_update(above, ["live_revision", "latest_revision"])
