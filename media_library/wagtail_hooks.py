"""The media library in the admin's menu."""

from wagtail.snippets.models import register_snippet

from media_library.viewsets import VideoViewSetGroup

register_snippet(VideoViewSetGroup)
