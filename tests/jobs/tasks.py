"""Tasks for the tests of the queue, well-behaved and poisonous."""

import os
import sys
import time
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django_tasks import TaskContext, task


@task()
def add(a: int, b: int) -> int:
    return a + b


@task()
def name(text: str) -> str:
    return text


@task()
def echo(*args: Any, **kwargs: Any) -> None:
    return None


@task(takes_context=True)
def attempt(context: TaskContext) -> int:
    return context.attempt


@task()
def language() -> str | None:
    return get_language()


@task()
def note(path: str, text: str, seconds: float = 0) -> None:
    """Appends ``begin`` and ``end`` lines to a file, ``seconds`` apart."""
    for word in ("begin", "end"):
        with Path(path).open("a") as file:
            file.write(f"{word} {text} {os.getpid()} {time.time()}\n")
        if word == "begin":
            time.sleep(seconds)


@task()
def fail() -> None:
    raise RuntimeError("no good")


@task()
def leave() -> None:
    sys.exit(3)


@task()
def die() -> None:
    os._exit(9)


@task()
def leave_a_transaction_open() -> None:
    transaction.atomic().__enter__()
    raise RuntimeError("with a transaction open")


@task()
def return_no_json() -> object:
    return object()


@task()
def fail_in_lines() -> None:
    raise RuntimeError("one\ntwo")
