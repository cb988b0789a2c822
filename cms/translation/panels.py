"""The side panels of the translation editor: Wagtail's own, with locks, languages and status."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PageStatusSidePanel, StatusSidePanel
from wagtail.log_actions import registry as log_registry
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translation.addresses import edit_url


def side_panels(request: HttpRequest, instance: Any, translation: Translation) -> MediaContainer:
    """The status panel of a page or snippet, with the way to its other versions."""
    others = [
        {"locale": other.locale, "url": edit_url(other)}
        for other in instance.get_translations().select_related("locale")
    ]
    if isinstance(instance, Page):
        panel = PageStatusSidePanel(
            instance,
            request,
            show_schedule_publishing_toggle=False,
            live_object=instance,
            scheduled_object=instance.get_scheduled_revision_as_object(),
            locale=translation.target_locale,
            translations=others,
        )
    else:
        viewset = getattr(instance, "snippet_viewset", None)
        panel = StatusSidePanel(
            instance,
            request,
            locale=translation.target_locale,
            translations=others,
            usage_url=reverse(viewset.get_url_name("usage"), args=[instance.pk]) if viewset else None,
            last_updated_info=log_registry.get_logs_for_instance(instance).first(),
        )
    return MediaContainer([panel])
