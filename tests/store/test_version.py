"""The store version tells two instants apart that lie in one millisecond."""

from datetime import timedelta

import pytest

from cms.store import reading
from cms.store.clock import now
from cms.store.models import Instant


@pytest.mark.django_db
def test_instants_within_one_millisecond_are_different_versions() -> None:
    Instant.objects.all().delete()
    second = now().replace(microsecond=0) - timedelta(seconds=5)
    seen = [reading.version()]
    for microseconds in (0, 100, 400, 600, 999, 1_000):
        Instant.objects.create(at=second + timedelta(microseconds=microseconds))
        seen.append(reading.version())
    assert len(set(seen)) == len(seen)
    assert [int(version.split(".")[1]) for version in seen[1:]] == sorted(
        int((second + timedelta(microseconds=part)).timestamp()) * 1_000_000 + part
        for part in (0, 100, 400, 600, 999, 1_000)
    )
