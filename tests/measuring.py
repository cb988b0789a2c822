"""What an answer costs: seconds, and SQL statements over either connection."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import connections

T = TypeVar("T")
MOST_SECONDS = 2.0
MOST_STATEMENTS = 30


@dataclass
class Cost:
    """Filled when the block has ended."""

    seconds: float = 0.0
    statements: list[str] = field(default_factory=list)

    def check(
        self, what: object, *, seconds: float = MOST_SECONDS, statements: int = MOST_STATEMENTS
    ) -> None:
        """Fail when it was more than may be."""
        assert self.seconds < seconds, (what, self.seconds)
        assert len(self.statements) <= statements, (what, self.statements)


def within(seconds: float, ask: Callable[[], T], *, statements: int = MOST_STATEMENTS, tries: int = 3) -> T:
    """What ``ask`` gives; fails when it takes longer every time: another process may have had the machine once."""
    for _ in range(tries):
        with measured() as cost:
            answer = ask()
        if cost.seconds < seconds:
            break
    cost.check(answer, seconds=seconds, statements=statements)
    return answer


@contextmanager
def measured() -> Iterator[Cost]:
    """The cost of what is done in the block, in this thread."""
    cost = Cost()

    def count(run: Callable[..., Any], sql: str, *rest: Any) -> Any:
        cost.statements.append(sql)
        return run(sql, *rest)

    with ExitStack() as stack:
        for connection in {id(connections[alias]): connections[alias] for alias in connections}.values():
            stack.enter_context(connection.execute_wrapper(count))
        start = time.perf_counter()
        yield cost
        cost.seconds = time.perf_counter() - start
