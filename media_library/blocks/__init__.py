"""Blocks that show media: one concept per module."""

from media_library.blocks.documents import DocumentsBlock
from media_library.blocks.gallery import GalleryBlock
from media_library.blocks.image import PressImageBlock
from media_library.blocks.video import VideoBlock

__all__ = ["DocumentsBlock", "GalleryBlock", "PressImageBlock", "VideoBlock"]
