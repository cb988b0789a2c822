"""What is derived from the declarations and kept in the repository, so that every change of the contract shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the contract: its path below the project's root, and how its text is made."""

    path: str
    text: Callable[[], str]


_kept: dict[str, Artefact] = {}


def keep(path: str, text: Callable[[], str]) -> None:
    """Register a file of the contract: each interface names its own."""
    _kept[path] = Artefact(path, text)


def outdated(root: Path) -> Iterator[Artefact]:
    """Those that are not below ``root`` as the declarations make them."""
    for artefact in _kept.values():
        file = root / artefact.path
        if not file.exists() or file.read_text() != artefact.text():
            yield artefact
