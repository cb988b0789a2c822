"""Pages brought in batches, ready to be rendered with a number of queries that does not grow with the batch."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from cms.pages import addresses
from cms.pages.blocks.choosers import warm
from cms.pages.models import BasePage, Parent


def load(pks: Sequence[int]) -> list[BasePage]:
    """The pages with the given keys, as their own types; the root and pages of foreign types are left out."""
    pages = [
        page
        for page in Page.objects.filter(pk__in=pks).select_related("locale").specific()
        if isinstance(page, BasePage)
    ]
    prepare(pages)
    return pages


def prepare(pages: Sequence[BasePage]) -> None:
    """Give pages (rows or drafts) all that rendering them reads."""
    homes = addresses.homes()
    parents = _parents(pages)
    by_type: dict[type[BasePage], list[BasePage]] = {}
    for page in pages:
        page.public_homes = homes
        page.public_parent = parents.get(page.path[: -page.steplen]) if page.depth > 2 else None
        by_type.setdefault(type(page), []).append(page)
    for cls, same in by_type.items():
        prefetch_related_objects(same, "locale", *cls.public_prefetch)
    warm(pages)


def _parents(pages: Sequence[BasePage]) -> dict[str, Parent]:
    paths = {page.path[: -page.steplen] for page in pages if page.depth > 2}
    rows = Page.objects.filter(path__in=paths).values_list("path", "pk", "translation_key")
    return {path: Parent(pk, key) for path, pk, key in rows}


def link_keys(pks: Sequence[int]) -> dict[int, str]:
    """Object keys of the pages that rich text links to."""
    rows = Page.objects.filter(pk__in=pks).values_list("pk", "translation_key")
    return {pk: f"page:{key}" for pk, key in rows}
