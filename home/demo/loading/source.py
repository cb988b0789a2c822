"""The texts of the demo as they stand in its YAML files."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

# A mapping as it is written in a file; what may stand in it is said where it is used.
Item = dict[str, Any]

CONTENT = Path(__file__).parent.parent / "content"


@cache
def read(name: str) -> Any:
    """What stands in one file."""
    return yaml.safe_load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))


def items(name: str) -> list[Item]:
    """The items of a file, in order."""
    found: list[Item] = read(name)
    return found


def folder(name: str) -> list[Item]:
    """The items of a folder that has one file for each."""
    return [read(f"{name}/{path.stem}") for path in sorted((CONTENT / name).glob("*.yaml"))]
