"""What is derived from the declarations and kept in the repository, so that every change of the contract shows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cms.api.openapi import document


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the contract: its path below the project's root, and how its text is made."""

    path: str
    text: Callable[[], str]


ARTEFACTS: Sequence[Artefact] = (Artefact("docs/openapi.json", document.text),)


def outdated(root: Path) -> Iterator[Artefact]:
    """Those that are not below ``root`` as the declarations make them."""
    for artefact in ARTEFACTS:
        file = root / artefact.path
        if not file.exists() or file.read_text() != artefact.text():
            yield artefact
