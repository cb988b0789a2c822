"""Wagtail's own API v2 as a project mounts it, over the same database, at the same address: the other side.

A URLconf by itself: a test asks the same path of the product's URLconf and of this one. What the models of this
house say in values of their own (``cms.contract.values``) is encoded as Wagtail would show it: rich text as
``html``, a reference as the nested item that Wagtail's serializer makes.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils import timezone
from django.utils.translation import override
from rest_framework.renderers import JSONRenderer
from rest_framework.utils.encoders import JSONEncoder
from wagtail import urls as wagtail_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.contrib.redirects.api import RedirectsAPIViewSet
from wagtail.documents import urls as documents_urls
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from cms.contract.values import Html, Localised, Reference, SiteAddress
from cms.urls import urlpatterns as product
from cms.vocabulary.models import Person, Place, Topic
from media_library.models import PressDocument, PressImage

ENGLISH = "en"  # Wagtail's images and documents have one language


class Nested:
    """The objects behind references, shown as Wagtail shows what a page is related to."""

    models = {"topic": Topic, "person": Person, "place": Place}
    media = {"image": (PressImage, ImagesAPIViewSet), "document": (PressDocument, DocumentsAPIViewSet)}

    def __init__(self, renderer: Any) -> None:
        self.context = renderer["view"].get_serializer_context()
        self.locale = renderer.get("_locale", ENGLISH)

    def shown(self, reference: Reference) -> dict[str, Any] | None:
        """The object in the language of the item that refers to it, as a nested item; None when there is none."""
        kind, _colon, key = reference.key.partition(":")
        if kind in self.media:
            model, endpoint = self.media[kind]
            return self._as(endpoint, model.objects.get(pk=key))
        if kind == "page":
            page = Page.objects.filter(translation_key=key, locale__language_code=self.locale).live().first()
            return self._as(PagesAPIViewSet, page) if page else None
        if kind not in self.models:
            return {"id": int(key)}
        found = self.models[kind].objects.filter(translation_key=key, locale__language_code=self.locale)
        return self._as(BaseAPIViewSet, found.first()) if found else None

    def _as(self, endpoint: Any, instance: Any) -> dict[str, Any]:
        serializer = endpoint._get_serializer_class(router, type(instance), [], nested=True)
        nested: dict[str, Any] = serializer(context=self.context).to_representation(instance)
        return nested


class Encoder(JSONEncoder):
    """Encodes the values of this house beside what REST framework knows."""

    nested: Nested

    def default(self, obj: Any) -> Any:
        if isinstance(obj, Html):
            return expand_db_html(obj.source)
        if isinstance(obj, Localised):
            return obj.value
        if isinstance(obj, SiteAddress):
            return settings.SITE_URL + obj.path
        if isinstance(obj, Reference):
            return self.nested.shown(obj)
        if isinstance(obj, datetime):  # as REST framework writes a field; a property comes as it is
            return timezone.localtime(obj).isoformat()
        if is_dataclass(obj):
            return {part.name: getattr(obj, part.name) for part in fields(obj)}
        if callable(obj):  # a method that asks for a language
            return obj(ENGLISH)
        return super().default(obj)


class Renderer(JSONRenderer):
    """Wagtail's JSON, item by item, since a reference is shown in the language of the item."""

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        view = renderer_context["view"]
        if renderer_context["response"].status_code == 200:
            whole = data.get("items", [data])
            for item in whole:
                locale = (item.get("meta") or {}).get("locale", ENGLISH)
                nested = Nested({"view": view, "_locale": locale})
                encoder = type("EncoderOfItem", (Encoder,), {"nested": nested})
                with override(locale):
                    item.update(_plain(item, encoder))
        rendered: bytes = super().render(data, accepted_media_type, renderer_context)
        return rendered


def _plain(item: dict[str, Any], encoder: type[Encoder]) -> dict[str, Any]:
    return dict(json.loads(json.dumps(item, cls=encoder)))


router = WagtailAPIRouter("wagtailapi")
for name, endpoint in (
    ("pages", PagesAPIViewSet),
    ("images", ImagesAPIViewSet),
    ("documents", DocumentsAPIViewSet),
    ("redirects", RedirectsAPIViewSet),
):
    mounted = type(f"Stock{endpoint.__name__}", (endpoint,), {"renderer_classes": [Renderer]})
    router.register_endpoint(name, mounted)

urlpatterns = [
    path("api/v2/", router.urls),
    path("documents/", include(documents_urls)),
    *product,  # the middleware reverses its names
    *i18n_patterns(path("", include(wagtail_urls))),
]
