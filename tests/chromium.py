"""Where this machine's Chromium is."""

import os
import shutil
from functools import lru_cache

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@lru_cache(maxsize=1)
def chromium() -> str | None:
    """The path of a Chromium: the one that CHROMIUM names, or the first that is installed."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


# As root and in containers there is no sandbox; the rest keeps it quiet and off the network.
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
