"""The differences between two answers, key for key, each with its place in the answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two answers differ.

    ``path``: names from the top by dots, ``[]`` for any place in a list; ``kind``: "added" or "missing" for a name
    that this house's answer alone has or lacks, else "value", "order", "length", "status" or "header".
    """

    path: str
    kind: str
    wagtail: Any = None
    here: Any = None

    def __str__(self) -> str:
        return f"{self.kind} {self.path}: {_short(self.wagtail)} by Wagtail, {_short(self.here)} here"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 160 else text[:159] + "…"


def differences(wagtail: HttpResponse, here: HttpResponse, *, ordered: bool) -> Iterator[Difference]:
    """How ``here`` differs from ``wagtail``. ``ordered``: the request asks for an order, so it counts."""
    if wagtail.status_code != here.status_code:
        yield Difference("", "status", wagtail.status_code, here.status_code)
        return
    if wagtail.status_code == 302:
        if wagtail["Location"] != here["Location"]:
            yield Difference("Location", "header", wagtail["Location"], here["Location"])
        return
    theirs, ours = wagtail.json(), here.json()
    if wagtail.status_code >= 400:
        yield from _between(theirs, ours, "error")
        return
    if "items" in theirs:
        yield from _windows(theirs["items"], ours["items"], ordered=ordered)
    yield from _between(theirs, ours, "")


def _windows(
    theirs: list[dict[str, Any]], ours: list[dict[str, Any]], *, ordered: bool
) -> Iterator[Difference]:
    """How the ids of two windows differ; what is in one of them alone is then taken out."""
    if not all("id" in item for item in (*theirs, *ours)):
        return
    of_theirs, of_ours = [item["id"] for item in theirs], [item["id"] for item in ours]
    both = set(of_theirs) & set(of_ours)
    if len(of_theirs) != len(of_ours) or (ordered and both != set(of_theirs)):
        yield Difference("items", "length", of_theirs, of_ours)
    if [one for one in of_theirs if one in both] != [one for one in of_ours if one in both]:
        yield Difference("items", "order", of_theirs, of_ours)
    for side in (theirs, ours):
        side[:] = sorted((item for item in side if item["id"] in both), key=lambda item: int(item["id"]))


def _between(theirs: Any, ours: Any, path: str) -> Iterator[Difference]:
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for name in theirs.keys() | ours.keys():
            below = f"{path}.{name}".lstrip(".")
            if name not in ours:
                yield Difference(below, "missing", wagtail=theirs[name])
            elif name not in theirs:
                yield Difference(below, "added", here=ours[name])
            else:
                yield from _between(theirs[name], ours[name], below)
        if theirs and ours and next(iter(theirs)) != next(iter(ours)):
            yield Difference(path, "order", list(theirs), list(ours))
    elif isinstance(theirs, list) and isinstance(ours, list):
        if len(theirs) != len(ours):
            yield Difference(path, "length", theirs, ours)
            return
        for one, other in zip(theirs, ours, strict=True):
            yield from _between(one, other, f"{path}[]")
    elif theirs != ours or type(theirs) is not type(ours):
        yield Difference(path, "value", theirs, ours)


@dataclass(frozen=True, slots=True)
class Intended:
    """A difference that is meant: what it looks like, and the row of docs/api.md that says why.

    ``row``: the first cell of that row. ``request``, ``path`` and ``kind``: patterns of the whole text.
    ``wagtail`` and ``here``: patterns of a part of the two values, as Python writes them.
    """

    row: str
    request: str = ".*"
    path: str = ".*"
    kind: str = ".*"
    wagtail: str = ""
    here: str = ""

    def explains(self, request: str, difference: Difference) -> bool:
        """Whether this is the difference that it means."""
        return bool(
            re.fullmatch(self.request, request)
            and re.fullmatch(self.path, difference.path)
            and re.fullmatch(self.kind, difference.kind)
            and re.search(self.wagtail, repr(difference.wagtail))
            and re.search(self.here, repr(difference.here))
        )
