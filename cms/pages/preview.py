"""Previews: drafts shown by the same rendering as what is published, which an upper layer provides."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cms.contract.publishable import Publishable

Renderer = Callable[[HttpRequest, Publishable], HttpResponse]


class RenderedPreview:
    """Mixin, before PreviewableMixin: what the admin previews is rendered by the public site."""

    # Set once, at start, by the app that renders the public pages.
    preview_renderer: ClassVar[list[Renderer]] = []

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page as it would look if this draft were public."""
        if not RenderedPreview.preview_renderer:
            return HttpResponse(_("There is no public site to preview this on."), status=501)
        assert isinstance(self, Publishable)  # noqa: S101  # every user of the mixin is
        return RenderedPreview.preview_renderer[0](request, self)


def previews_by(renderer: Renderer) -> None:
    """Let ``renderer`` show previews from now on."""
    RenderedPreview.preview_renderer[:] = [renderer]
