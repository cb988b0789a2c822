"""The product's settings with the values of a test run: its own folder, quick hashes, tasks done at once."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("LOG_LEVEL", "WARNING")
if "VAR_DIR" not in os.environ:
    # Set for the processes that tests start as well: they share the run's files.
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="communique-run-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
    for name in (
        "SITE_URL",
        "PORT",
        "DEMO",
        "DEBUG",
        "SECRET_KEY",
        "READER_URL",
        "CACHE_URL",
        "MEDIA_STORAGE_URL",
    ):
        os.environ.pop(name, None)

from cms.settings import *  # noqa: F403
from cms.settings import STATIC_ROOT, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
# Without a manifest: nothing need be collected before a page can be rendered.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Most tests publish one language and look at something else; those of the gate put it up (tests/publishing).
ALLOW_ONE_LANGUAGE = os.environ.get("ALLOW_ONE_LANGUAGE") != "no"
