"""The addresses of the interface. Each parses its input, asks ``search`` and shapes what it got."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from cms.api import parameters, parsers, problems, responses, searching
from cms.api.boundary import interface, interface_of_any_method
from cms.api.endpoints import COLLECTIONS, FIND, PAGES, Collection, criteria, facets
from cms.api.languages import asked_for, offered
from cms.api.query import Query
from cms.api.selection import Selection, cut, select
from cms.contract.encoding import dumps
from cms.contract.http import etag
from search import queries
from search.answers import answers
from search.criteria import Criteria
from search.facets import Count, Counts, counted

BY_NAME = {collection.name: collection for collection in COLLECTIONS}


@interface
def listing(request: HttpRequest, collection: str) -> HttpResponse:
    """A window of a collection, in Wagtail's envelope: the number of all items, then those asked for."""
    of = BY_NAME[collection]
    query = Query(request.META["QUERY_STRING"], of.in_list, of.refuse)
    locale = query[parameters.LOCALE]
    if locale is None and not of.per_language:
        locale = asked_for(request, None)
    wanted = criteria(of, query, locale)
    names = facets(of, query)
    selection = select(query[parameters.FIELDS], of.level(wanted.types, in_list=True))
    language, varies = locale or ", ".join(offered()), _varies(of, query)

    def answer(text: str, version: str) -> HttpResponse:
        return responses.answer(text, _list_tag(request, version, language), language, varies=varies)

    # The version alone answers whoever holds the list already, and finds what is kept.
    keep = query[parameters.LIMIT] == 0 or bool(names) or wanted.search is not None
    if (keep and answers.knows(_kept_as(request, language))) or "HTTP_IF_NONE_MATCH" in request.META:
        version = queries.store_version()
        unchanged = responses.unchanged(
            request, _list_tag(request, version, language), language, varies=varies
        )
        if unchanged:
            return unchanged
        kept = answers.get(_kept_as(request, language), version) if keep else None
        if kept is not None:
            return answer(kept, version)

    def read() -> tuple[tuple[queries.Stubs | queries.Listing, str, Counts], bool]:
        found, items = _window(of, query, wanted, selection)
        counts, version = counted(wanted, names, language, found.version) if names else ({}, found.version)
        return (found, items, counts), version == found.version

    found, items, counts = queries.at_one_moment(read)
    if not found.total:
        _check_ids(of, query)
    following = f'"{found.next.text}"' if found.next else "null"
    meta = f'"total_count":{found.total},"next_cursor":{following}'
    if names:
        meta += f',"facets":{dumps({name: [_count(one) for one in counts[name]] for name in names})}'
    text = f'{{"meta":{{{meta}}},"items":[{items}]}}'
    if keep:
        answers.keep(_kept_as(request, language), found.version, text)
    return answer(text, found.version)


def _window(
    of: Collection, query: Query, wanted: Criteria, selection: Selection
) -> tuple[queries.Stubs | queries.Listing, str]:
    """The window that is asked for, and its items as JSON; stubs go out as they are stored."""
    order, limit, offset = searching.order(query), query[parameters.LIMIT], query[parameters.OFFSET]
    after = query[parameters.CURSOR]
    if selection.names == of.stub(wanted.types) and not selection.below:
        stubs = queries.stubs(wanted, order=order, limit=limit, offset=offset, after=after)
        return stubs, stubs.text
    columns = of.columns(wanted.types, selection.names)
    found = queries.listing(wanted, order=order, limit=limit, offset=offset, after=after, columns=columns)
    return found, ",".join(dumps(cut(item.data, selection)) for item in found.items)


def _check_ids(of: Collection, query: Query) -> None:
    """Raise Problem for an id that names nothing public: it has made the list empty."""
    asked = (
        *(parameters.TRANSLATION_OF, parameters.CHILD_OF),
        *(parameters.DESCENDANT_OF, parameters.ANCESTOR_OF),
    )
    for parameter in asked:
        named = query[parameter]
        if isinstance(named, int) and queries.by_id(of.name, named, columns="stub") is None:
            rule = (
                _("No page with this id is public.") if of == PAGES else _("Nothing public here has this id.")
            )
            raise problems.invalid_value(parameter.name, str(named), rule)


def _count(one: Count) -> dict[str, Any]:
    """A value and its number; a value that names something says what, in which language."""
    named = (
        {"id": one.named.public_id, "title": one.named.title, "locale": one.named.locale} if one.named else {}
    )
    return {"value": one.value, **named, "count": one.count}


def _list_tag(request: HttpRequest, version: str, language: str) -> str:
    return etag(version, language, request.get_full_path())


def _kept_as(request: HttpRequest, language: str) -> tuple[str, ...]:
    return ("list", language, request.get_full_path())


def _varies(of: Collection, query: Query) -> bool:
    """Whether Accept-Language has chosen the language of the answer."""
    return not of.per_language and parameters.LOCALE not in query


@interface
def detail(request: HttpRequest, collection: str, number: str) -> HttpResponse:
    """One item, whole or as ``fields`` says."""
    of = BY_NAME[collection]
    query = Query(request.META["QUERY_STRING"], of.in_detail)
    locale = query[parameters.LOCALE]
    prefer = None if of.per_language or locale else asked_for(request, None)
    # Digits alone come here; ids that no database could hold are as absent as any other.
    public_id = int(number) if len(number) < len(str(parsers.LARGEST_ID)) else 0
    varies, fields = _varies(of, query), query.texts.get("fields", "")
    # Who holds it already is answered without its text.
    if "HTTP_IF_NONE_MATCH" in request.META and prefer is None:
        held = queries.digest_by_id(of.name, public_id, locale)
        unchanged = held and responses.unchanged(request, etag(held[1], fields), held[0], varies=varies)
        if unchanged:
            return unchanged
    item = queries.by_id(of.name, public_id, locale=locale, prefer=prefer)
    if item is None:
        raise problems.not_found()
    text = item.text
    asked = query[parameters.FIELDS]
    if asked is not None:
        text = dumps(cut(item.data, select(asked, of.level((item.type,), in_list=False))))
    tag = etag(item.filled_digest, fields)
    return responses.unchanged(request, tag, item.locale, varies=varies) or responses.answer(
        text, tag, item.locale, varies=varies
    )


@interface
def find(request: HttpRequest) -> HttpResponse:
    """From a page's path on the public site, or its id, to its address here."""
    query = Query(request.META["QUERY_STRING"], FIND)
    path, number = query[parameters.HTML_PATH], query[parameters.ID]
    if (path is None) == (number is None):
        raise problems.one_of("html_path", "id")
    item = (
        queries.by_path(path, columns="stub")
        if path is not None
        else queries.by_id(PAGES.name, number or 0, columns="stub")
    )
    if item is None or item.type not in PAGES.types:
        raise problems.not_found()
    kept = {name: text for name, text in query.texts.items() if name not in ("html_path", "id")}
    address = reverse("api-detail", kwargs={"collection": PAGES.name, "number": str(item.public_id)})
    return responses.redirect(f"{address}?{urlencode(kept)}" if kept else address, item.locale)


@interface_of_any_method
def unknown(request: HttpRequest) -> HttpResponse:
    """Any other address under /api/. One that lacks its slash alone is led to where it stands."""
    if request.method in ("GET", "HEAD") and not request.path.endswith("/"):
        try:
            known = resolve(request.path_info + "/").url_name != "api-unknown"
        except Resolver404:
            known = False
        if known:
            both = ", ".join(offered())
            return responses.redirect(request.get_full_path(force_append_slash=True), both, permanent=True)
    lists = [reverse("api-list", args=[collection.name]) for collection in COLLECTIONS]
    raise problems.unknown_address([*lists, reverse("api-changes")])
