"""What is asked for: ids, addresses and words out of the database, in an order that is the same in every run."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import psycopg

from news.volume.words import identity, words
from tests.bench import database
from tests.servers import PostgresServer


@dataclass(frozen=True)
class Sample:
    """Releases of a database."""

    releases: int
    items: Sequence[int]
    pages: Sequence[int]
    paths: Sequence[str]

    @cached_property
    def topics(self) -> list[str]:
        """Translation keys."""
        return [str(identity("Topic", topic["key"])) for topic in words()["topics"]]

    @cached_property
    def villages(self) -> list[str]:
        """Names that a few releases have, in an order of chance."""
        parts = words()["villages"]
        names = [first + last for first in parts["first"] for last in parts["last"]]
        random.Random(1).shuffle(names)
        return names


def read(name: str) -> Sample:
    """The sample of the database ``name``."""
    query = (
        "SELECT id, public_id, path FROM store_item WHERE type = 'news.NewsReleasePage' ORDER BY public_id"
    )
    with psycopg.connect(PostgresServer(database.URL).url(name)) as connection:
        rows = connection.execute(query).fetchall()
    random.Random(1).shuffle(rows)
    return Sample(
        len(rows) // 2, [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
    )
