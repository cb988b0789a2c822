"""This run's copy of the newsroom template, and how tests stand in it.

A plain test (``django_db``) runs in a transaction that is rolled back; the readers' alias is then the same
connection as the writers', or it would see nothing of what the test wrote. A committing test
(``django_db(transaction=True)``) has both connections for real, and gets a fresh copy afterwards in place of
Django's flush, which would take the locales, homes and sections with it.
"""

import os
from typing import Any

from django.db import connections
from django.test import TestCase, TransactionTestCase

from tests import template_databases
from tests.servers import PREFIX, server_of

ALIASES = ("default", "reader")


class RunDatabase:
    """The database that this process's tests use."""

    def __init__(self, url: str) -> None:
        self.server = server_of(url)
        self.name = f"{PREFIX}run_{os.getpid()}"
        self.template = ""

    @property
    def url(self) -> str:
        """As DATABASE_URL, for a process that a committing test starts."""
        return self.server.url(self.name)

    def create(self) -> None:
        self.template = template_databases.ensure(self.server, "newsroom")
        template_databases.drop_abandoned_runs(self.server)
        name = self.url.removeprefix("sqlite:///") if self.server.key == "sqlite" else self.name
        for alias in ALIASES:
            connections.settings[alias]["NAME"] = name
        self.restore()

    def restore(self) -> None:
        """A fresh copy of the template in place of what is there."""
        for connection in connections.all(initialized_only=True):
            connection.close()
        self.server.copy(self.template, self.name)

    def drop(self) -> None:
        separate_reader()
        connections.close_all()
        self.server.drop(self.name)


def share_reader() -> None:
    """Let readers see what the test's own transaction has written."""
    if connections["reader"] is not connections["default"]:
        connections["reader"].close()
        connections["reader"] = connections["default"]


def separate_reader() -> None:
    """Give readers a connection of their own again."""
    if connections["reader"] is connections["default"]:
        del connections["reader"]


def take_over(database: RunDatabase) -> None:
    """Teach Django's test cases the two manners of standing in ``database``."""
    committing_setup = TransactionTestCase._fixture_setup.__func__
    plain_setup = TestCase._fixture_setup.__func__

    def set_up_committing(cls: type[Any]) -> None:
        separate_reader()
        committing_setup(cls)

    def set_up_plain(cls: type[Any]) -> None:
        share_reader()
        plain_setup(cls)

    def tear_down_committing(self: Any) -> None:
        database.restore()

    TransactionTestCase.databases = frozenset(ALIASES)
    TransactionTestCase._fixture_setup = classmethod(set_up_committing)
    TransactionTestCase._fixture_teardown = tear_down_committing
    TestCase._fixture_setup = classmethod(set_up_plain)
