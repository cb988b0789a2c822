"""Upload forms: what a file is, is known before anything is decoded, stored or shown."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from media_library import embedded
from media_library.sniffing import documents, pictures

MOST_FRAMES = 100
TITLE = 255  # characters
MILLION = 1_000_000


class PictureField(WagtailImageField):
    """A picture that is measured by its headers before Wagtail, and with it a decoder, sees it."""

    def to_python(self, data: Any) -> Any:
        """The uploaded picture. Raises ValidationError with what is wrong with it."""
        if isinstance(data, UploadedFile):
            check_picture(data)
        return super().to_python(data)


def check_picture(file: "UploadedFile[Any]") -> None:
    """Raise ValidationError unless ``file`` is a whole picture within our limits."""
    if not file.size or file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        return  # Wagtail's own field says that it is empty, or too big, with the sizes
    file.seek(0)
    content = file.read()
    file.seek(0)
    try:
        picture = pictures.measure(content)
    except pictures.NoPicture as error:
        if error.what == "svg":
            raise ValidationError(
                _("SVG files are not accepted: they can hold scripts. Send a PNG or WebP instead."),
                code="svg",
            ) from error
        raise ValidationError(
            _("This is not a picture that can be used here. Send a JPEG, PNG, WebP, AVIF or GIF file."),
            code="invalid_image",
        ) from error
    except pictures.Damaged as error:
        raise _damaged() from error
    _check_limits(picture)
    _check_decodes(picture, file)


def _check_limits(picture: pictures.Picture) -> None:
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if picture.pixels > most:
        raise ValidationError(
            _("This picture has %(width)d × %(height)d pixels; at most %(most)d million are accepted.")
            % {"width": picture.width, "height": picture.height, "most": most // MILLION},
            code="file_too_many_pixels",
        )
    if picture.frames > MOST_FRAMES:
        raise ValidationError(
            _("This animation has too many frames; at most %(most)d are accepted.") % {"most": MOST_FRAMES},
            code="too_many_frames",
        )


def _check_decodes(picture: pictures.Picture, file: "UploadedFile[Any]") -> None:
    """Decode within the limits just checked, so that no rendition fails later; a JPEG at an eighth of its size."""
    try:
        with Image.open(file) as image:
            if picture.format == "png":
                image.verify()
            else:
                image.draft("RGB", (max(1, picture.width // 8), max(1, picture.height // 8)))
                image.load()
    except Exception as error:
        # Decoders fail in as many ways as files can be broken; each of them means the same to the editor.
        raise _damaged() from error
    finally:
        file.seek(0)


def _damaged() -> ValidationError:
    return ValidationError(
        _("This picture is damaged or incomplete. Try to export it again."), code="damaged"
    )


class PressImageForm(BaseImageForm):
    """The form of a picture. A new file's own caption, credit and alternative text fill what was left empty."""

    class Meta(BaseImageForm.Meta):
        # Wagtail gives the fields of pictures Django's widgets, not those of its other forms. The date's is the
        # browser's: the script of Wagtail's own is not loaded wherever a picture can be uploaded in a window.
        widgets = {
            **BaseImageForm.Meta.widgets,
            "caption_en": AdminAutoHeightTextInput,
            "caption_fr": AdminAutoHeightTextInput,
            "date_taken": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }
        help_texts = {"title": gettext_lazy("For the newsroom alone; readers do not see it.")}

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(_with_short_title(data), *args, **kwargs)
        stock = self.fields.get("file")
        if stock is not None:
            self.fields["file"] = PictureField(
                label=stock.label, required=stock.required, widget=stock.widget, initial=stock.initial
            )

    def save(self, commit: bool = True) -> Any:
        """Save the picture, its empty texts filled from the file."""
        if "file" in self.changed_data:
            language = "fr" if (get_language() or "").startswith("fr") else "en"
            embedded.fill(self.instance, embedded.read(self.instance.file), language=language)
        return super().save(commit=commit)


def _with_short_title(data: Any) -> Any:
    """The upload view makes the title of the file's name, which may be longer than a title."""
    if isinstance(data, dict) and len(str(data.get("title") or "")) > TITLE:
        return {**data, "title": str(data["title"])[:TITLE]}
    return data


class PressDocumentForm(BaseDocumentForm):
    """The form of a document, whose content must be what its extension says."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(_with_short_title(data), *args, **kwargs)

    def clean_file(self) -> Any:
        """The file. Raises ValidationError for HTML called PDF, archives that explode and their kin."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        extension = (file.name or "").rpartition(".")[2].lower()
        if extension not in settings.WAGTAILDOCS_EXTENSIONS:
            return file  # Wagtail's own check says so, with the extensions
        try:
            documents.check(extension, file)  # type: ignore[arg-type]  # an upload reads and seeks like any file
        except documents.Mismatch as error:
            raise ValidationError(
                _("The content of this file is not what its name says (.%(extension)s).")
                % {"extension": extension},
                code="mismatch",
            ) from error
        except documents.Bomb as error:
            raise ValidationError(
                _("This archive would become far too big when unpacked."), code="archive_bomb"
            ) from error
        return file
