"""What machines read of a page: address of record, languages, Open Graph, and a light JSON-LD of schema.org."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from cms.website.dates import iso_duration
from cms.website.frame import Frame
from cms.website.templatetags.blocks import card_lead, card_picture, plain

TERRITORIES = {"en": "en_GB", "fr": "fr_FR"}
OPEN_GRAPH_TYPES = {
    "news.NewsReleasePage": "article",
    "news.EventPage": "article",
    "media_library.Video": "video.other",
    "vocabulary.Person": "profile",
}
# "<", ">" and "&" would end the script element or begin a comment.
_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
LONGEST = 300


def describe(frame: Frame, item: dict[str, Any], query: str = "") -> None:
    """Fill what machines read of ``item`` into its frame. ``query``: the part of the query that names the page."""
    meta = item["meta"]
    frame.description = description(item)
    address = absolute(meta["html_url"])
    frame.canonical = f"{address}?{query}" if query else address
    frame.alternates = [{"lang": meta["locale"], "url": address}] + [
        {"lang": card["locale"], "url": absolute(card["html_url"])}
        for card in meta.get("translations") or []
        if card["html_url"]
    ]
    if len(frame.alternates) == 1:
        frame.alternates = []
    if meta["type"] == "home.HomePage":
        frame.alternates.append({"lang": "x-default", "url": absolute("/")})
    frame.open_graph = open_graph(frame, item)
    frame.json_ld = json_ld(frame, item)


def absolute(path: str | None) -> str:
    """A relative address under the address of the site."""
    if not path:
        return ""
    return path if path.startswith(("http://", "https://")) else settings.SITE_URL + path


def description(item: dict[str, Any]) -> str:
    """One or two sentences about an item."""
    text = (
        plain(item["meta"].get("search_description") or "")
        or card_lead(item)
        or plain(item.get("strapline") or "")
    )
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"


def open_graph(frame: Frame, item: dict[str, Any]) -> list[tuple[str, str]]:
    """Open Graph properties in order. Source: ogp.me."""
    locale = item["meta"]["locale"]
    values = [
        ("og:type", OPEN_GRAPH_TYPES.get(item["meta"]["type"], "website")),
        ("og:site_name", frame.site_title),
        ("og:title", item["meta"].get("seo_title") or item["title"]),
        ("og:description", frame.description),
        ("og:url", frame.canonical),
        ("og:locale", TERRITORIES[locale]),
        *(
            ("og:locale:alternate", TERRITORIES[each["lang"]])
            for each in frame.alternates
            if each["lang"] in TERRITORIES and each["lang"] != locale
        ),
    ]
    picture = card_picture(item)
    large = ((picture or {}).get("renditions") or {}).get("hero")
    if large:
        values += [
            ("og:image", absolute(large["url"])),
            ("og:image:width", str(large["width"])),
            ("og:image:height", str(large["height"])),
            ("og:image:alt", picture.get("alt") or ""),
        ]
    if item.get("released_at"):
        values.append(("article:published_time", item["released_at"]))
    return [(name, value) for name, value in values if value]


def json_ld(frame: Frame, item: dict[str, Any]) -> SafeString | str:
    """The item as schema.org knows it, as the text of a script element; empty for types it has no word for."""
    made = _thing(frame, item)
    if not made:
        return ""
    thing = {
        "@context": "https://schema.org",
        **made,
        "inLanguage": item["meta"]["locale"],
        "url": frame.canonical,
        "description": frame.description,
    }
    picture = card_picture(item)
    large = ((picture or {}).get("renditions") or {}).get("hero")
    if large:
        thing["image"] = absolute(large["url"])
    known = {name: value for name, value in thing.items() if value not in (None, "", [], {})}
    return mark_safe(json.dumps(known, ensure_ascii=False).translate(_ESCAPES))


def _thing(frame: Frame, item: dict[str, Any]) -> dict[str, Any]:
    kind = item["meta"]["type"]
    publisher = {"@type": "Organization", "name": frame.site_title, "url": absolute(frame.home)}
    if kind == "home.HomePage":
        return {"@type": "WebSite", "name": item["title"], "publisher": publisher}
    if kind == "news.NewsReleasePage":
        return {
            "@type": "NewsArticle",
            "headline": item["title"],
            "datePublished": item.get("released_at"),
            "dateModified": item["meta"].get("last_published_at"),
            "publisher": publisher,
        }
    if kind == "media_library.Video":
        return {
            "@type": "VideoObject",
            "name": item["title"],
            "contentUrl": absolute(item.get("file_url")),
            "thumbnailUrl": absolute(_thumbnail(item)),
            "uploadDate": item.get("filmed_on"),
            "duration": iso_duration(item["duration_seconds"]) if item.get("duration_seconds") else None,
        }
    if kind == "news.EventPage":
        return _event(item)
    if kind == "vocabulary.Person":
        return {"@type": "Person", "name": item["title"], "jobTitle": item.get("role")}
    return {}


EVENT_STATES = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}


def _event(item: dict[str, Any]) -> dict[str, Any]:
    place = item.get("place") or {}
    venue = ", ".join(
        part for part in (item.get("venue_name"), item.get("venue_address"), place.get("title")) if part
    )
    return {
        "@type": "Event",
        "name": item["title"],
        "startDate": item.get("starts_at"),
        "endDate": item.get("ends_at"),
        "eventStatus": f"https://schema.org/{EVENT_STATES.get(item['state'], 'EventScheduled')}",
        "location": {"@type": "Place", "name": venue} if venue else None,
    }


def _thumbnail(item: dict[str, Any]) -> str | None:
    return (((item.get("poster") or {}).get("renditions") or {}).get("hero") or {}).get("url")
