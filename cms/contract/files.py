"""The two addresses of a media file: the one that readers know, and the signed one that the admin shows for a while.

A file is private. The readers' address answers while something public has the file; a signed one until it expires.
"""

import re
from urllib.parse import unquote

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.signing import BadSignature, TimestampSigner
from django.utils.encoding import filepath_to_uri

PARAMETER = "signed"
SALT = "cms.media"


def public_address(name: str) -> str:
    """The readers' address of a stored file."""
    return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"


def stored_name(address: str) -> str:
    """The name of the stored file that an address of readers leads to; "" for any other address."""
    path = address.partition("?")[0]
    return unquote(path.removeprefix(settings.MEDIA_URL)) if path.startswith(settings.MEDIA_URL) else ""


def signed_address(name: str) -> str:
    """The address of a stored file for whoever was handed it, during ``MEDIA_LINK_SECONDS``."""
    signature = TimestampSigner(salt=SALT).sign(name)[len(name) + 1 :]
    return f"{public_address(name)}?{PARAMETER}={signature}"


def is_signed(name: str, signature: str) -> bool:
    """Whether ``signature`` opens the file now."""
    try:
        TimestampSigner(salt=SALT).unsign(f"{name}:{signature}", max_age=settings.MEDIA_LINK_SECONDS)
    except BadSignature:
        return False
    return True


def with_signed_addresses(json: str) -> str:
    """A draft's JSON, whose relative addresses of files stand alone in a text or in an attribute of HTML."""
    known = re.compile(rf'(?<="){re.escape(settings.MEDIA_URL)}[^"\\?#]+(?=\\?")')
    return known.sub(lambda found: signed_address(stored_name(found[0])), json)


class PrivateFiles(FileSystemStorage):
    """Files in ``MEDIA_ROOT``. What asks a file for its address is the admin: the public reads addresses in the store."""

    def url(self, name: str | None) -> str:
        """A signed address."""
        if not name:
            raise ValueError("A file without a name has no address.")
        return signed_address(name)
