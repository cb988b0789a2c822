"""What lists can be ordered by, as SQL over the readers' view. Every order ends in the id, so it is total."""

from collections.abc import Sequence

from django.db import connections

from cms.store.reading import READER

# Names of orders to columns of public_content; first_published_at stands in the payload alone.
ORDERS = {
    "date": "c.date",
    "title": "c.title",
    "id": "c.public_id",
    "slug": "c.slug",
    "type": "c.type",
    "locale": "c.locale",
    "first_published_at": "",
}
_FIRST_PUBLISHED = {
    "postgresql": "(c.payload::json #>> '{meta,first_published_at}')::timestamptz",
    "sqlite": "julianday(json_extract(c.payload, '$.meta.first_published_at'))",
}


def order_by(orders: Sequence[str]) -> str:
    """The ORDER BY list for names of ORDERS, each perhaps with a minus. Raises KeyError for any other name."""
    names = [order.removeprefix("-") for order in orders]
    terms = [
        (ORDERS[name] or _FIRST_PUBLISHED[connections[READER].vendor])
        + (" DESC" if order.startswith("-") else "")
        for name, order in zip(names, orders, strict=True)
    ]
    if "id" not in names:
        terms.append("c.public_id DESC" if orders and orders[-1].startswith("-") else "c.public_id")
    return ", ".join([*terms, "c.locale"])
