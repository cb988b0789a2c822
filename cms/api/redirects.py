"""Finding a redirect by the old address."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.api import parameters, problems, responses
from cms.api.boundary import interface
from cms.api.endpoints import REDIRECTS
from cms.api.query import Parameter, Query
from cms.store.reading import StoredItem
from search import queries
from search.criteria import Criteria

FIND: tuple[Parameter[Any], ...] = (parameters.OLD_PATH, parameters.ID, *REDIRECTS.in_detail)


@interface
def find(request: HttpRequest) -> HttpResponse:
    """From an old path, or an id, to the address of the redirect here."""
    query = Query(request.META["QUERY_STRING"], FIND)
    path, number = query[parameters.OLD_PATH], query[parameters.ID]
    if (path is None) == (number is None):
        raise problems.one_of("html_path", "id")
    item = _of(path) if path is not None else queries.by_id(REDIRECTS.name, number or 0, columns="stub")
    if item is None:
        raise problems.not_found()
    kept = {name: text for name, text in query.texts.items() if name not in ("html_path", "id")}
    address = reverse("api-detail", kwargs={"collection": REDIRECTS.name, "number": str(item.public_id)})
    return responses.redirect(f"{address}?{urlencode(kept)}" if kept else address, item.locale)


def _of(path: str) -> StoredItem | None:
    wanted = Criteria(collection=REDIRECTS.name, fields={"old_path": path})
    found = queries.listing(wanted, order=("id",), limit=1, columns="stub").items
    return found[0] if found else None
