"""The words of the volume, in both languages, from ``words.yaml``."""

from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import yaml

_NAMESPACE = UUID("0c8a4e54-7a0e-5d7b-9f0e-70104e700004")
_FILE = Path(__file__).parent / "words.yaml"


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The file as it stands: lists and mappings whose leaves are mappings from language to text."""
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found


def identity(kind: str, name: object) -> UUID:
    """The translation key of something of the volume, the same in every database."""
    return uuid5(_NAMESPACE, f"{kind}/{name}")
