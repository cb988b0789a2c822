"""Liveness and readiness, for supervisors and load balancers.

Ready means able to answer readers. An overdue release or a stuck job never takes the site out of service.
"""

import logging
from functools import lru_cache

from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """This process answers."""
    return _plain({"status": "alive"}, 200)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when readers can be answered; else 503 with what is missing."""
    try:
        missing = _missing()
    except DatabaseError as error:
        log.warning("not ready: %s", error)
        missing = "the database cannot be reached, or the store's views are not installed"
    if missing:
        return _plain({"status": "not ready", "missing": missing}, 503)
    return _plain({"status": "ready"}, 200)


def _missing() -> str:
    with connections["reader"].cursor() as cursor:
        for view in ("public_version", "public_content", "public_change"):
            cursor.execute(f"SELECT 1 FROM {view} LIMIT 1")  # noqa: S608 - names of our own
            cursor.fetchone()
    try:
        _require_migrated()
    except _NotMigrated as error:
        return str(error)
    return ""


class _NotMigrated(Exception):
    """Migrations are yet to be applied."""


@lru_cache(maxsize=1)
def _require_migrated() -> None:
    """Remembered once it holds: a process's migrations do not change, and reading them takes a while."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        raise _NotMigrated(f"{len(plan)} migrations are not applied")


def _plain(body: dict[str, str], status: int) -> HttpResponse:
    response = JsonResponse(body, status=status)
    response["Cache-Control"] = "no-store"
    return response
