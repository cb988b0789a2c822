"""Addresses of the public site. They go last in the root URL configuration, as a list: prefixes cannot be included."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, re_path

from cms.website import demo, files, views

urlpatterns = [
    path("", views.gateway, name="gateway"),
    path("media/<path:path>", files.media, name="media"),
    path("demo/sign-in/", demo.sign_in, name="demo_sign_in"),
    # Wagtail reverses this name, with the path below the home, for the addresses that the admin shows.
    *i18n_patterns(re_path(r"^((?:[\w\-]+/)*)$", views.page, name="wagtail_serve")),
]
