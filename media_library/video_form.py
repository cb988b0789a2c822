"""The form of a video. Apart from the other upload forms, whose bases need all models loaded."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.forms import WagtailAdminModelForm

from media_library.sniffing.videos import is_video


class VideoForm(WagtailAdminModelForm):
    """The form of a video, whose content must be what its extension says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            # Django's template sets the colon, and not the space that French wants before it.
            widget = self.fields["file"].widget
            widget.initial_text = pgettext("before a colon", "Currently")
            widget.input_text = pgettext("before a colon", "Change")

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
