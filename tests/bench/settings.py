"""The product's settings with the addresses to compare with beside the product's own."""

from cms.settings import *  # noqa: F403
from cms.settings import DATABASES, INSTALLED_APPS, STATIC_ROOT

ROOT_URLCONF = "tests.bench.urls"
INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v2", "rest_framework"]
# The floor's own connection: the readers' one, which prepares each statement at its first use.
_OPTIONS = DATABASES["reader"]["OPTIONS"] | {"prepare_threshold": 0, "server_side_binding": True}
DATABASES = {**DATABASES, "floor": {**DATABASES["reader"], "OPTIONS": _OPTIONS}}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
