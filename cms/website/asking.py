"""What a page may depend on beside its item: the address, the query, and the database's clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from cms.store.clock import now
from cms.store.connection import READER


@dataclass
class Asking:
    """A request as far as pages know it."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    object_key: str = ""

    @cached_property
    def now(self) -> datetime:
        """The present instant by the readers' database, read once."""
        return now(READER)
