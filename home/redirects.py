"""Redirects as content: where an old address leads, for sites that are rendered elsewhere.

A redirect to a page is rendered from the page's own row. So it is public exactly while the page is, leaves with it in
the same transaction, and follows it wherever it moves. One to another address is rendered from its own row.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from cms.contract.publishable import SourceTable, Version, Watch, own_row, registry
from cms.pages.models import BasePage
from home.models import PublicRedirect

TABLE = PublicRedirect._meta.db_table
PAGE = "wagtailcore_page"


def register() -> None:
    """Register redirects as public, and what rendering them reads."""
    registry.publishes(PublicRedirect)
    registry.source(
        SourceTable(
            table=TABLE,
            load=lambda keys: list(_elsewhere().filter(pk__in=keys)),
            versions=lambda rows: [Version(row, row.language) for row in rows],
            every=lambda: _elsewhere().order_by("pk").values_list("pk", flat=True),
        )
    )
    registry.accompany(PAGE, to_pages)
    registry.watch(own_row(PublicRedirect), Watch(TABLE, PAGE, "redirect_page_id"))


def to_pages(versions: Sequence[Version]) -> Iterable[Version]:
    """The redirects to the pages of ``versions``, each public when its page is."""
    pages = {version.obj.pk for version in versions}
    found: dict[int, list[PublicRedirect]] = {}
    for redirect in _of_this_site().filter(redirect_page_id__in=pages).order_by("pk"):
        found.setdefault(redirect.redirect_page_id, []).append(redirect)
    for version in versions:
        page = version.obj
        if isinstance(page, BasePage):
            for redirect in found.get(page.pk, ()):
                yield Version(redirect.to(page), version.locale, version.visible_from, version.visible_until)


def _of_this_site() -> "QuerySet[PublicRedirect]":
    rows: QuerySet[PublicRedirect] = PublicRedirect._default_manager.filter(
        Q(site=None) | Q(site__is_default_site=True)
    )
    return rows


def _elsewhere() -> "QuerySet[PublicRedirect]":
    return _of_this_site().filter(redirect_page=None).exclude(redirect_link="")
