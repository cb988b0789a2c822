"""The store's newsroom, and a consumer that keeps a copy of it."""

import pytest
from django.test import Client

from tests.changes.consumer import Consumer
from tests.store.conftest import built, world  # noqa: F401  # fixtures
from tests.store.world import World


@pytest.fixture
def consumer(world: World) -> Consumer:  # noqa: F811  # the fixture of that name
    """A consumer that has crawled the newsroom."""
    made = Consumer(Client())
    made.start()
    return made
