"""Media brought in batches, ready to be rendered."""

from collections.abc import Sequence

from media_library.models import PressDocument, PressImage, VideoText

VIDEO_TEXT_PREFETCH = (
    *("locale", "shotlist_rows", "video__place", "video__topic_links__topic"),
    "video__collection_links__page",
)


def load_images(pks: Sequence[int]) -> list[PressImage]:
    """Pictures with their renditions."""
    return list(PressImage.objects.filter(pk__in=pks).prefetch_related("renditions"))


def load_documents(pks: Sequence[int]) -> list[PressDocument]:
    """Documents."""
    return list(PressDocument.objects.filter(pk__in=pks))


def load_video_texts(pks: Sequence[int]) -> list[VideoText]:
    """Texts of videos with their videos."""
    rows = VideoText.objects.filter(pk__in=pks).select_related("video")
    return list(rows.prefetch_related(*VIDEO_TEXT_PREFETCH))


def document_keys(pks: Sequence[int]) -> dict[int, str]:
    """Object keys of the documents that rich text links to."""
    found = PressDocument.objects.filter(pk__in=pks).values_list("pk", flat=True)
    return {pk: f"document:{pk}" for pk in found}
