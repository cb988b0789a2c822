"""The pages of readers: the page at an address, and the choice of language at "/"."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from cms.store.reading import StoredItem
from cms.website import answers, demo
from cms.website.asking import Asking
from cms.website.frame import ENDONYMS
from cms.website.middleware import LANGUAGES
from cms.website.presenting import Shown, show
from cms.website.typography import typeset
from search import site
from search.queries import consistently


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """The page at an address below /en/ or /fr/, whose language is active. Raises Http404 for what is not public."""

    def read(version: str) -> tuple[str, Shown | None, HttpResponseBase | None]:
        item = site.page_at(request.path_info)
        if item is None:
            raise Http404(request.path_info)
        validator = answers.etag(version, item.digest)
        same = answers.unchanged(request, validator)
        return validator, None if same else show(item.data, _asking(request, item)), same

    (validator, shown, same), _version = consistently(read)
    if shown is None:
        assert same is not None  # noqa: S101  # one of the two is there
        return same
    return answers.page(
        shown.html,
        translation.get_language() or settings.LANGUAGE_CODE,
        status=shown.status,
        validator=validator if shown.status == 200 else "",
    )


def _asking(request: HttpRequest, item: StoredItem) -> Asking:
    return Asking(path=request.path_info, query=request.GET.dict(), object_key=item.object_key)


@require_safe
def gateway(request: HttpRequest) -> HttpResponseBase:
    """The choice of language, each in its own words; in demo mode the ways into the admin as well.

    Both languages stand on the page as equals; the one that the reader's browser asks for comes first.
    """
    preferred = translation.get_language() or settings.LANGUAGE_CODE
    stored = {item.locale: item for item in site.homes()}
    choices = [
        {
            "code": code,
            "name": ENDONYMS[code],
            "home": f"/{code}/",
            "site_title": typeset(stored[code].title if code in stored else settings.SITE_NAME, code),
            "strapline": typeset(stored[code].data.get("strapline") or "", code) if code in stored else "",
            "roles": demo.roles(code) if settings.DEMO else [],
        }
        for code in sorted(LANGUAGES, key=lambda code: code != preferred)
    ]
    context = {
        "locale": preferred,
        "choices": choices,
        "demo": settings.DEMO,
        "site_url": settings.SITE_URL,
        "title": choices[0]["site_title"],
    }
    html = render_to_string("website/gateway.html", context, request=request if settings.DEMO else None)
    answer = answers.page(html, preferred)
    patch_vary_headers(answer, ["Accept-Language"])
    return answer
