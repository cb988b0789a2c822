"""Publishing one release that 14 others show: with the store, and as stock Wagtail would, in turns.

``python -m tests.bench.publishing`` in the environment of a database; prints {"product": [[seconds, of processor time
in this process]], "stock": […]}.
Stock is the same page in the same database while the store hears nothing: without its triggers and its receivers.
"""

import json
import logging
import time

BLOCKS, EACH, DEPENDANTS = 6, 5, 14


def main() -> None:
    import django

    django.setup()
    from django.db import connection
    from django.db.models.signals import m2m_changed, post_delete, post_save
    from wagtail.signals import page_published, page_unpublished, post_page_move

    from cms.store import schema, signal_handlers
    from cms.store.following import follow
    from news.models import NewsReleasePage
    from news.models.release_parts import ReleaseRelated

    logging.disable(logging.WARNING)
    page = NewsReleasePage.objects.filter(language_regime="both").order_by("pk")[10]
    for other in (
        NewsReleasePage.objects.filter(locale=page.locale).exclude(pk=page.pk).order_by("-pk")[:DEPENDANTS]
    ):
        ReleaseRelated.objects.create(page=other, related_page=page, sort_order=9)
    follow()

    def publish(number: int) -> tuple[float, float]:
        fresh = NewsReleasePage.objects.get(pk=page.pk)
        fresh.title = f"A title that all who show it must show, number {number}"
        began, own = time.perf_counter(), time.process_time()
        fresh.save_revision().publish()
        return time.perf_counter() - began, time.process_time() - own

    signals = (post_save, post_delete, m2m_changed, page_published, page_unpublished, post_page_move)
    publish(0)
    found: dict[str, list[tuple[float, float]]] = {"product": [], "stock": []}
    for block in range(BLOCKS):
        with_store = block % 2 == 0
        if not with_store:
            schema.remove(connection)
            for signal in signals:
                signal.disconnect(dispatch_uid="store")
        publish(1)
        for number in range(EACH):
            found["product" if with_store else "stock"].append(publish(number))
        if not with_store:
            schema.install(connection)
            signal_handlers.connect()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
