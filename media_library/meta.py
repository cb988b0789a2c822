"""What ``meta`` says of files."""

from typing import Annotated, TypedDict

from django.utils.translation import gettext_lazy as _

from cms.contract.values import About, SiteAddress


class FileMeta(TypedDict):
    """What pictures and documents say beside what every item says."""

    download_url: Annotated[
        SiteAddress | None,
        About(_("The file to download: of a picture its largest rendition, where there is one.")),
    ]
