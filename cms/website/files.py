"""Media files from the web process: whole or in one range (RFC 9110 §14), with nothing in them that could run.

In production a server in front may serve ``MEDIA_ROOT`` itself; the addresses are the same.
"""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import http_date
from django.views.decorators.http import condition, require_safe

CHUNK = 64 * 1024  # bytes
SHOWN = ("image/", "video/", "audio/")  # everything else is handed over as a download
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})\Z")


def _file(path: str) -> Path:
    """The file behind ``path``. Raises Http404 for whatever is not a plain file inside the media folder."""
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        found = (root / path).resolve(strict=True)
    except (OSError, ValueError):
        raise Http404 from None
    if not found.is_relative_to(root) or not found.is_file():
        raise Http404
    return found


def _etag(request: HttpRequest, path: str) -> str:
    state = _file(path).stat()
    return f'"{state.st_size:x}-{state.st_mtime_ns:x}"'


@require_safe
@condition(etag_func=_etag)
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A media file; 206 for one range, 416 for a range beyond its end."""
    file = _file(path)
    size = file.stat().st_size
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    wanted = ONE_RANGE.match(request.headers.get("Range", "").strip())
    start, stop = _bounds(wanted, size) if wanted else (0, size)
    if start >= stop and wanted:
        answer: HttpResponseBase = HttpResponse(status=416)
        answer["Content-Range"] = f"bytes */{size}"
    else:
        answer = StreamingHttpResponse(_chunks(file.open("rb"), start, stop), content_type=kind)
        answer["Content-Length"] = str(stop - start)
        if wanted:
            answer.status_code = 206
            answer["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    answer["Accept-Ranges"] = "bytes"
    answer["Last-Modified"] = http_date(file.stat().st_mtime)
    answer["Cache-Control"] = "no-cache"
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    if not kind.startswith(SHOWN) or kind == "image/svg+xml":
        answer["Content-Disposition"] = "attachment"
    return answer


def _bounds(wanted: re.Match[str], size: int) -> tuple[int, int]:
    """First byte and the one after the last; equal when there is nothing to give."""
    first, last = wanted.groups()
    if first:
        return int(first), min(int(last) + 1, size) if last else size
    return (max(size - int(last), 0), size) if last else (size, size)


def _chunks(file: BinaryIO, start: int, stop: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while start < stop and (chunk := file.read(min(CHUNK, stop - start))):
            start += len(chunk)
            yield chunk
