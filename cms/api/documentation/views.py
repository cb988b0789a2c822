"""The documentation page: ``/api/v2/docs/``."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override

from cms.api import parameters, responses
from cms.api.boundary import interface
from cms.api.documentation.contents import Contents
from cms.api.languages import asked_for
from cms.api.query import Query
from cms.contract.http import etag

HTML = "text/html; charset=utf-8"


@interface
def documentation(request: HttpRequest) -> HttpResponse:
    """The page in the language asked for. It is the same for all, so each process makes it once."""
    query = Query(request.META["QUERY_STRING"], (parameters.LOCALE,))
    language = asked_for(request, query[parameters.LOCALE])
    varies = parameters.LOCALE not in query
    text = page(language)
    tag = etag(text)
    return responses.unchanged(request, tag, language, varies=varies) or responses.answer(
        text, tag, language, varies=varies, content_type=HTML
    )


@lru_cache(maxsize=4)
def page(language: str) -> str:
    """The page as HTML."""
    with override(language):
        return render_to_string(
            "api/docs.html",
            {
                "locale": language,
                "languages": settings.LANGUAGES,
                "site_title": settings.SITE_NAME,
                "contents": Contents(language),
            },
        )
