"""A writer: ``python -m tests.moments.writer SEED PAIR,PAIR… EN:FR,EN:FR…``, until it is ended."""

import random
import sys
from datetime import timedelta

import django


def main(seed: int, numbers: list[int], ids: list[tuple[int, int]]) -> None:
    django.setup()
    from django.db import transaction
    from wagtail.models import Revision

    from cms.jobs.scheduled import publish_scheduled
    from cms.store import ready
    from cms.store.clock import now
    from cms.store.following import follow
    from news.models import NewsReleasePage
    from tests.moments.pairs import KINDS, LANGUAGES, title

    chance = random.Random(seed)
    revision = 0

    def alone_with(pair: int) -> None:
        """Keep others from either language until this transaction ends, and do first what is due for the pair.

        What is public by the clock and not yet live could not be withdrawn in this transaction: Wagtail unpublishes
        nothing there, and what hides in the same transaction is the change from live to not live.
        """
        list(NewsReleasePage.objects.filter(pk__in=ids[pair]).order_by("pk").select_for_update())
        due = Revision.objects.filter(object_id__in=map(str, ids[pair]), approved_go_live_at__lte=now())
        for revision in due.order_by("pk"):
            revision.publish()

    def write(pair: int, *, begins: float | None = None, ends: float | None = None) -> None:
        """Publish the next revision of both languages, now or ``begins`` seconds from now, for ``ends`` seconds."""
        nonlocal revision
        revision += 1
        at, kind = now(), chance.choice(KINDS)
        with transaction.atomic():
            alone_with(pair)
            for place, code in enumerate(LANGUAGES):
                page = NewsReleasePage.objects.get(pk=ids[pair][place]).get_latest_revision_as_object()
                page.title, page.kind = title(pair, revision, code), kind
                page.go_live_at = at + timedelta(seconds=begins) if begins else None
                page.expire_at = at + timedelta(seconds=(begins or 0) + ends) if ends else None
                page.save_revision().publish()

    def withdraw(pair: int) -> None:
        with transaction.atomic():
            alone_with(pair)
            for pk in ids[pair]:
                page = NewsReleasePage.objects.get(pk=pk)
                page.unpublish()
                # Of what is not live Wagtail keeps the approval.
                page.revisions.update(approved_go_live_at=None)

    def short() -> float:
        return chance.uniform(0.15, 1.2)

    while True:
        pair = chance.choice(numbers)
        deed = chance.random()
        if deed < 0.35:
            write(pair)
        elif deed < 0.5:
            withdraw(pair)
        elif deed < 0.65:
            write(pair, ends=short())
        elif deed < 0.8:  # an embargo, or a successor that stands ready behind what is public
            write(pair, begins=short())
        elif deed < 0.95:
            withdraw(pair)
            write(pair, begins=short(), ends=short())
        else:  # what the worker's clock does
            publish_scheduled()
        follow()
        if chance.random() < 0.5:  # as the worker does each second
            ready.make()


if __name__ == "__main__":
    main(
        int(sys.argv[1]),
        [int(number) for number in sys.argv[2].split(",")],
        [(int(a), int(b)) for a, b in (pair.split(":") for pair in sys.argv[3].split(","))],
    )
