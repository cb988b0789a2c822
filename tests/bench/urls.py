"""The product's addresses, the floor and stock Wagtail's API v2."""

from dataclasses import asdict, is_dataclass
from typing import Any

import psycopg
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.urls import path
from rest_framework.renderers import JSONRenderer
from rest_framework.utils.encoders import JSONEncoder
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from cms.urls import urlpatterns as product

_ROW = "SELECT payload, body FROM store_item WHERE id = %s"


def floor(request: HttpRequest, number: int) -> HttpResponse:
    """One stored row by its primary key, by a prepared statement: nothing that answers from a database can do less."""
    connection = connections["reader"]
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        row = cursor.execute(_ROW, (number,), prepare=True).fetchone()
    return HttpResponse("".join(row), content_type="application/json")


class _Encoder(JSONEncoder):
    """Our public values are dataclasses, which the stock encoder does not know."""

    def default(self, obj: Any) -> Any:
        return asdict(obj) if is_dataclass(obj) else super().default(obj)  # type: ignore[arg-type]


class _Renderer(JSONRenderer):
    encoder_class = _Encoder


class StockPages(PagesAPIViewSet):
    """As Wagtail has it."""

    renderer_classes = [_Renderer]


router = WagtailAPIRouter("stock")
router.register_endpoint("pages", StockPages)
urlpatterns = [
    path("bench/floor/<int:number>/", floor),
    path("bench/stock/", router.urls),
    *product,
]
