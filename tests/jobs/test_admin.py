"""Jobs and duties in the admin: for superusers, in both languages, to look at and to run again."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.users.models import UserProfile

from cms.jobs import clock
from cms.jobs.models import Job, Status
from tests.job_queue import JobQueue
from tests.jobs import tasks

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["en", "fr"])
def operator(request: pytest.FixtureRequest, client: Client) -> Client:
    user = get_user_model().objects.create_superuser("operator", "operator@example.org", "x" * 20)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": request.param})
    client.force_login(user)
    client.language = request.param
    return client


@pytest.fixture
def dead(job_queue: JobQueue) -> Job:
    tasks.fail.enqueue()
    Job.objects.update(attempts=7)
    job = job_queue.run_one()
    assert job is not None
    return job


def test_the_listing_shows_jobs_and_the_details_show_why_one_failed(operator: Client, dead: Job) -> None:
    listing = operator.get("/admin/jobs/")
    assert listing.status_code == 200
    assert "tests.jobs.tasks.fail" in listing.content.decode()
    details = operator.get(f"/admin/jobs/inspect/{dead.pk}/").content.decode()
    assert "RuntimeError: no good" in details
    assert operator.get("/admin/jobs/?status=dead&q=fail").status_code == 200


def test_a_failed_job_is_run_again_by_a_button(operator: Client, dead: Job) -> None:
    address = f"/admin/jobs/retry/{dead.pk}/"
    assert address in operator.get(f"/admin/jobs/inspect/{dead.pk}/").content.decode()
    assert operator.get(address).status_code == 405
    assert operator.post(address).status_code == 302
    dead.refresh_from_db()
    assert (dead.status, dead.attempts) == (Status.READY, 0)
    assert address not in operator.get(f"/admin/jobs/inspect/{dead.pk}/").content.decode()


def test_the_duties_of_the_clock_are_listed(operator: Client) -> None:
    clock.announce()
    listing = operator.get("/admin/clock/")
    assert "jobs.publish-scheduled" in listing.content.decode()
    assert operator.get("/admin/clock/inspect/jobs.publish-scheduled/").status_code == 200


def test_nothing_can_be_added_changed_or_deleted(operator: Client, dead: Job) -> None:
    for address in ("new/", f"edit/{dead.pk}/", f"delete/{dead.pk}/"):
        assert operator.post(f"/admin/jobs/{address}").status_code == 404


def test_others_see_none_of_it(client: Client, dead: Job) -> None:
    editor = get_user_model().objects.create_user("editor", "editor@example.org", "x" * 20)
    group = Group.objects.create(name="with everything")
    group.permissions.set(Permission.objects.all())
    editor.groups.add(group)
    client.force_login(editor)
    assert "/admin/jobs/" not in client.get("/admin/").content.decode()
    for address in ("jobs/", f"jobs/inspect/{dead.pk}/", "clock/"):
        assert client.get(f"/admin/{address}").status_code in (302, 403)
    client.post(f"/admin/jobs/retry/{dead.pk}/")
    dead.refresh_from_db()
    assert dead.status == Status.DEAD
