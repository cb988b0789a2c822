"""Releases and events in the admin's menu."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from news.viewsets import EventListing, ReleaseListing


@hooks.register("register_admin_viewset")
def register_listings() -> list[ViewSet]:
    """The two listings."""
    return [ReleaseListing("releases", url_prefix="releases"), EventListing("events", url_prefix="events")]
