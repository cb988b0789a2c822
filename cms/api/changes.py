"""The feed of changes, for whoever keeps a copy of what is public: a search index, a static site, a cache."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.api import parameters, problems, responses
from cms.api.boundary import interface
from cms.api.languages import offered
from cms.api.query import Parameter, Query
from cms.contract.encoding import dumps
from cms.contract.http import etag
from cms.contract.publishable import registry
from cms.store.rendering import PER_LANGUAGE
from search import changes as log
from search import queries

CHANGES: tuple[Parameter[Any], ...] = (parameters.SINCE, parameters.CHANGES_LIMIT)


@interface
def changes(request: HttpRequest) -> HttpResponse:
    """What changed since ``since``; without it nothing, and from where on to ask."""
    query = Query(request.META["QUERY_STRING"], CHANGES)
    tag = etag(queries.store_version(), request.get_full_path())
    languages = ", ".join(offered())
    unchanged = responses.unchanged(request, tag, languages, varies=False)
    if unchanged:
        return unchanged
    found = _since(query)
    meta = {"next": found.next.text, "more": found.more}
    text = dumps({"meta": meta, "items": [_shown(change) for change in found.items]})
    return responses.answer(text, tag, languages, varies=False)


def _since(query: Query) -> log.Changes:
    place = query[parameters.SINCE]
    if place is None:
        return log.Changes([], log.Place(log.present()), False)
    try:
        return log.since(place, query[parameters.CHANGES_LIMIT])
    except log.Ahead as error:
        rule = _("The store has not been there yet. Take it from “meta.next” of this newsroom's own answers.")
        raise problems.invalid_value("since", place.text, rule) from error
    except log.Forgotten as error:
        raise problems.forgotten() from error


def _shown(change: log.Change) -> dict[str, Any]:
    return {
        "id": change.public_id,
        "meta": {
            "type": change.type,
            "detail_url": _detail_url(change),
            "locale": change.locale,
        },
        "change": "changed" if change.public else "withdrawn",
        "at": timezone.localtime(change.at).isoformat(),
    }


def _detail_url(change: log.Change) -> str | None:
    """Its address, which for what is withdrawn answers that nothing is there; None for a type that is no more."""
    cls = registry.types.get(change.type)
    if cls is None:
        return None
    collection = cls.public_collection
    address = reverse("api-detail", kwargs={"collection": collection, "number": str(change.public_id)})
    return settings.SITE_URL + address + ("" if collection in PER_LANGUAGE else f"?locale={change.locale}")
