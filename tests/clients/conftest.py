"""Clients of others, run by Node against the demo newsroom."""

from collections.abc import Iterator

import pytest

from tests.newsroom import serving
from tests.node import node


@pytest.fixture(scope="package")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running demo newsroom; skipped where there is no Node to read it."""
    if node() is None:
        pytest.skip("no Node with npm was found")
    with serving("demo", tmp_path_factory.mktemp("clients")) as server:
        yield server.url
