"""Makes one template database: ``python -m tests.template_steps KIND``, with DATABASE_URL naming it."""

import sys

import django


def main(kind: str) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import connection, connections

    from cms.jobs.models import ClockDuty, Job
    from cms.store import schema

    if kind == "migrated":
        call_command("migrate", verbosity=0)
    else:
        # The views and triggers of this source, not of the one that made the earlier template.
        schema.remove(connection)
        schema.install(connection)
        call_command("setup_site" if kind == "newsroom" else "seed_demo", verbosity=0)
        call_command("worker", "--burst", verbosity=0)
        Job.objects.all().delete()
        ClockDuty.objects.all().delete()
    connections.close_all()


if __name__ == "__main__":
    main(sys.argv[1])
