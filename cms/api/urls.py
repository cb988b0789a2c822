"""Addresses under /api/. Mounted at the root, outside any language."""

from django.urls import path, re_path

from cms.api import redirects, views
from cms.api.changes import changes
from cms.api.documentation.views import documentation
from cms.api.endpoints import COLLECTIONS
from cms.api.openapi import views as openapi

_NAMES = "|".join(collection.name for collection in COLLECTIONS)

urlpatterns = [
    path("api/v2/docs/", documentation, name="api-docs"),
    path("api/v2/openapi.json", openapi.openapi, name="api-openapi"),
    path("api/v2/pages/find/", views.find, name="api-find"),
    path("api/v2/redirects/find/", redirects.find, name="api-find-redirect"),
    path("api/v2/changes/", changes, name="api-changes"),
    re_path(rf"^api/v2/(?P<collection>{_NAMES})/\Z", views.listing, name="api-list"),
    re_path(
        rf"^api/v2/(?P<collection>{_NAMES})/(?P<number>[1-9][0-9]{{0,30}})/\Z",
        views.detail,
        name="api-detail",
    ),
    re_path(r"^api(?:/|\Z)", views.unknown, name="api-unknown"),
]
