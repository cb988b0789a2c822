"""Where the document is read."""

from django.http import HttpRequest, HttpResponse

from cms.api import responses
from cms.api.boundary import interface
from cms.api.openapi.document import ENGLISH, text
from cms.api.query import Query
from cms.contract.http import etag


@interface
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    Query(request.META["QUERY_STRING"], ())
    tag = etag(text())
    return responses.unchanged(request, tag, ENGLISH, varies=False) or responses.answer(
        text(), tag, ENGLISH, varies=False
    )
