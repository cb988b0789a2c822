"""The newsroom that both sides read: every page type in both languages, with rich text, media and related items."""

from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.contrib.redirects.models import Redirect

from cms.store.following import follow
from media_library.models import PressImage
from news.models import NewsReleasePage
from tests.api.newsroom import Newsroom, build


@dataclass
class World:
    """The newsroom, and the ids that requests are written with, by name."""

    newsroom: Newsroom
    ids: dict[str, int]


def build_world() -> World:
    """Make it in the present database."""
    newsroom = build()
    second = _picture("second")
    for place, code in enumerate(("en", "fr")):
        page = NewsReleasePage.objects.get(pk=newsroom.releases[5][place])
        first = newsroom.releases[0][place]
        page.body = [
            ("heading", {"text": f"{code.upper()}: heading", "level": "h2"}),
            ("rich_text", {"text": f'<p>{code.upper()}: <b>words</b> &amp; <a linktype="page" id="{first}">a release</a>, '
                                   f'<a linktype="document" id="{newsroom.document}">a document</a>, '
                                   '<a href="https://example.org/">elsewhere</a>.</p><ul><li>one</li></ul>'}),
            ("image", {"image": second, "caption": "", "credit": "", "alt_text": "", "decorative": False}),
        ]  # fmt: skip
        page.number = "(2026) 005"
        page.show_in_menus = True
        page.seo_title = f"{code.upper()}: for search engines"
        page.search_description = f"{code.upper()}: about"
        page.save_revision().publish()
    target = NewsReleasePage.objects.get(pk=newsroom.releases[0][0])
    Redirect.objects.create(old_path="/old-release", redirect_page=target)
    Redirect.objects.create(old_path="/elsewhere", redirect_link="https://example.org/")
    follow()
    pages = NewsReleasePage.objects.get(pk=newsroom.releases[0][0]).get_ancestors().live()
    french = NewsReleasePage.objects.get(pk=newsroom.releases[0][1]).get_ancestors().live()
    ids = {
        "home_en": pages.get(depth=2).pk,
        "news_en": pages.get(depth=3).pk,
        "home_fr": french.get(depth=2).pk,
        "news_fr": french.get(depth=3).pk,
        "draft": newsroom.hidden[0],
        "restricted": newsroom.hidden[1],
        "image": newsroom.image,
        "second_image": second.pk,
        "unused_image": newsroom.hidden_image,
        "document": newsroom.document,
        "event_en": newsroom.events["next"][0],
        "event_fr": newsroom.events["next"][1],
        "collection_en": newsroom.collection[0],
        "only_fr": newsroom.french_only,
        "place_en": newsroom.places["en"].pk,
        "place_fr": newsroom.places["fr"].pk,
        "never": 999_999,
    }
    for number, (english, of_french) in enumerate(newsroom.releases):
        ids |= {f"r{number}_en": english, f"r{number}_fr": of_french}
    return World(newsroom, ids)


def _picture(name: str) -> PressImage:
    data = BytesIO()
    Image.new("RGB", (2400, 1350), "teal").save(data, "PNG")
    return PressImage.objects.create(
        title=name, file=ContentFile(data.getvalue(), f"{name}.png"), alt_en="EN: second", alt_fr="FR: second"
    )
