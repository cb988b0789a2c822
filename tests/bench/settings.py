"""The product's settings with the addresses to compare with beside the product's own."""

from cms.settings import *  # noqa: F403
from cms.settings import INSTALLED_APPS, STATIC_ROOT

ROOT_URLCONF = "tests.bench.urls"
INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2", "rest_framework"]
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
