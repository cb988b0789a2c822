"""The public languages, and which one an answer or an error is in."""

from django.conf import settings
from django.http import HttpRequest


def offered() -> tuple[str, ...]:
    """The codes of the public languages."""
    return tuple(code for code, _name in settings.LANGUAGES)


def asked_for(request: HttpRequest, locale: str | None) -> str:
    """The language by precedence: a public ``locale``, else Accept-Language, else English.

    The last two are the middleware's decision; cookies and sessions have no say.
    """
    return locale if locale in offered() else str(request.LANGUAGE_CODE)
