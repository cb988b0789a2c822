"""The people of the demo newsroom: who signs in as what, and in which language they work."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The demo is a throw-away newsroom on one's own machine: its accounts are printed at every start.
PASSWORD = "communique-demo"  # noqa: S105


@dataclass(frozen=True)
class Account:
    """An account that the demo makes and prints. ``language`` is that of its admin."""

    role: str | Promise
    username: str
    password: str
    language: str
    name: str


ACCOUNTS = [
    Account(_("English editor"), "editor-en", PASSWORD, "en", "Emma Clarke"),
    Account(_("French editor"), "editor-fr", PASSWORD, "fr", "Florence Marchand"),
    Account(_("Translator"), "translator", PASSWORD, "fr", "Thomas Lefèvre"),
    Account(_("Chief editor"), "chief", PASSWORD, "en", "Claire Novak"),
]
