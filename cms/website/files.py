"""The door to media files: open while something public has the file, or to a signed address (docs/media.md).

Whole or in one range (RFC 9110 §14), with nothing in them that could run. Behind nginx the door only lets through.
"""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.encoding import filepath_to_uri
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from cms.contract.files import PARAMETER, is_signed
from cms.store.files import has_file

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


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A media file; 206 for one range, 416 for a range beyond its end. 404 for what is private, as for what is not."""
    signed = is_signed(path, request.GET.get(PARAMETER, ""))
    if not signed and not has_file(path):
        raise Http404
    if settings.MEDIA_ACCEL_PREFIX:
        answer: HttpResponseBase = HttpResponse()
        answer["X-Accel-Redirect"] = settings.MEDIA_ACCEL_PREFIX + filepath_to_uri(path)
    else:
        answer = _streamed(request, _file(path))
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    if answer.status_code != 304:
        answer["Content-Type"] = kind
    # No cache may give it out unasked: it would outlive its closing.
    answer["Cache-Control"] = "private, no-store" if signed else "no-cache"
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    if not kind.startswith(SHOWN) or kind == "image/svg+xml":
        answer["Content-Disposition"] = "attachment"
    return answer


def _streamed(request: HttpRequest, file: Path) -> HttpResponseBase:
    state = file.stat()
    size, changed = state.st_size, http_date(state.st_mtime)
    etag = f'"{size:x}-{state.st_mtime_ns:x}"'
    answer: HttpResponseBase | None = get_conditional_response(request, etag, int(state.st_mtime))
    if answer is None:
        wanted = ONE_RANGE.match(request.headers.get("Range", "").strip())
        if request.headers.get("If-Range", etag) not in (etag, changed):
            wanted = None  # a part of another state of the file is of no use
        start, stop = _bounds(wanted, size) if wanted else (0, size)
        if start >= stop and wanted:
            answer = HttpResponse(status=416)
            answer["Content-Range"] = f"bytes */{size}"
        else:
            answer = StreamingHttpResponse(_chunks(file, start, stop))
            answer["Content-Length"] = str(stop - start)
            if wanted:
                answer.status_code = 206
                answer["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    answer["Accept-Ranges"] = "bytes"
    answer["ETag"] = etag
    answer["Last-Modified"] = changed
    return answer


def _bounds(wanted: re.Match[str], size: int) -> tuple[int, int]:
    """First byte and the one after the last; equal when there is nothing to give."""
    first, last = wanted.groups()
    if first:
        return int(first), min(int(last) + 1, size) if last else size
    return (max(size - int(last), 0), size) if last else (size, size)


def _chunks(path: Path, start: int, stop: int) -> Iterator[bytes]:
    # Opened by whoever reads on: an answer to HEAD, or one that nobody reads, leaves nothing open.
    with path.open("rb") as file:
        file.seek(start)
        while start < stop and (chunk := file.read(min(CHUNK, stop - start))):
            start += len(chunk)
            yield chunk
