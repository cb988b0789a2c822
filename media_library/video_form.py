"""The form of a video. Apart from the other upload forms, whose bases need all models loaded."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from media_library.sniffing.videos import is_video


class VideoForm(WagtailAdminModelForm):
    """The form of a video, whose content must be what its extension says."""

    def clean_file(self) -> Any:
        """The file. Raises ValidationError for anything but MP4 or WebM."""
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile):
            extension = (file.name or "").rpartition(".")[2].lower()
            if not is_video(extension, file):  # type: ignore[arg-type]  # an upload reads and seeks like any file
                raise ValidationError(
                    _("This is not a video in the format that its name says."), code="mismatch"
                )
        return file
