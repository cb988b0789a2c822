"""The user model: Django's own, ours by name so that it can grow."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who works in the newsroom's admin."""
