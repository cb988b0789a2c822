"""A transaction around more than one test: what is written in it is undone at its end."""

from django.db import transaction


def begin() -> transaction.Atomic:
    """Open one. Others may stand inside."""
    atomic = transaction.atomic()
    atomic._from_testcase = True  # as Django's own TestCase: a durable block may stand inside
    atomic.__enter__()
    return atomic


def undo(atomic: transaction.Atomic) -> None:
    """Undo it."""
    transaction.set_rollback(True)
    atomic.__exit__(None, None, None)
