"""/healthz and /readyz: alive is not the same as able to answer readers."""

import pytest
from django.db import connection
from django.test import Client

from cms.jobs.models import Job, Status
from cms.store import schema
from cms.website import health
from tests.job_queue import JobQueue
from tests.jobs import tasks


@pytest.fixture(autouse=True)
def _nothing_known_of_migrations() -> None:
    health._require_migrated.cache_clear()


def test_alive_asks_no_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "alive"}
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_ready_when_migrated_and_the_views_stand(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready"}
    assert client.head("/readyz").status_code == 200
    assert client.post("/readyz").status_code == 405


@pytest.mark.django_db(transaction=True)
def test_not_ready_without_the_readers_views(client: Client) -> None:
    schema.remove(connection)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "views" in answer.json()["missing"]
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_not_ready_before_the_last_migration(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'jobs' AND name = '0001_initial'")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "migrations" in answer.json()["missing"]


@pytest.mark.django_db
def test_a_stuck_job_does_not_take_the_site_out_of_service(client: Client, job_queue: JobQueue) -> None:
    tasks.fail.enqueue()
    Job.objects.update(status=Status.DEAD)
    assert client.get("/readyz").status_code == 200
