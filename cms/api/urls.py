"""Addresses under /api/. Mounted at the root, outside any language."""

from django.urls import path, re_path

from cms.api import views

urlpatterns = [
    path("api/v2/pages/find/", views.find, name="api-find"),
    re_path(r"^api/v2/(?P<collection>pages|images|documents|videos)/\Z", views.listing, name="api-list"),
    re_path(
        r"^api/v2/(?P<collection>pages|images|documents|videos)/(?P<number>[1-9][0-9]{0,30})/\Z",
        views.detail,
        name="api-detail",
    ),
    re_path(r"^api(?:/|\Z)", views.unknown, name="api-unknown"),
]
