"""Where the interface begins and ends: every request in, and every outcome out as a response in its language."""

import logging
from collections.abc import Callable
from functools import wraps

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from cms.api import problems, responses
from cms.api.freshness import Freshness
from cms.api.languages import asked_for, offered
from cms.contract.http import open_to_all, request_id

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]
Answered = Callable[..., HttpResponseBase]


def interface(view: View) -> Answered:
    """Decorator of a view for reading: other methods are refused, and whatever it raises becomes a problem."""
    return _bounded(view, any_method=False)


def interface_of_any_method(view: View) -> Answered:
    """As ``interface``, for what answers every method alike."""
    return _bounded(view, any_method=True)


def _bounded(view: View, *, any_method: bool) -> Answered:
    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, **parts: str) -> HttpResponseBase:
        identity = request_id(request)
        locale = _locale_given(request)
        language = asked_for(request, locale)
        with translation.override(language):
            try:
                freshness = Freshness.now()
                response = _outcome(view, request, parts, any_method=any_method)
                if response.status_code in (200, 304):
                    response.headers["Cache-Control"] = freshness.cache_control
            except Exception as error:
                found = _as_problem(error, identity)
                response = responses.problem(
                    request, found, identity=identity, language=language, varies=locale is None
                )
        return open_to_all(request, response, identity)

    return answered


def _outcome(view: View, request: HttpRequest, parts: dict[str, str], *, any_method: bool) -> HttpResponse:
    if not any_method:
        if request.method == "OPTIONS":
            return responses.options()
        if request.method not in ("GET", "HEAD"):
            raise problems.method_not_allowed(request.method or "")
    return view(request, **parts)


def _as_problem(error: Exception, identity: str) -> problems.Problem:
    if isinstance(error, problems.Problem):
        return error
    logger.error("Request %s failed.", identity, exc_info=error)
    return (
        problems.unavailable() if isinstance(error, OperationalError | InterfaceError) else problems.failure()
    )


def _locale_given(request: HttpRequest) -> str | None:
    """A public language that the query names once, read before the query is known to be right."""
    given = [part for part in request.META.get("QUERY_STRING", "").split("&") if part.startswith("locale=")]
    locale = given[0].removeprefix("locale=") if len(given) == 1 else None
    return locale if locale in offered() else None
