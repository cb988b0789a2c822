"""Pictures, documents, videos, and the pages that collect them."""

from media_library.models.documents import PressDocument
from media_library.models.images import PressImage, PressRendition
from media_library.models.pages import CollectionVideo, MediaIndexPage, VideoCollectionPage
from media_library.models.video_texts import ShotlistRow, VideoText
from media_library.models.videos import Rights, Video, VideoTopic

__all__ = [
    "CollectionVideo",
    "MediaIndexPage",
    "PressDocument",
    "PressImage",
    "PressRendition",
    "Rights",
    "ShotlistRow",
    "Video",
    "VideoCollectionPage",
    "VideoText",
    "VideoTopic",
]
