"""How long an answer stays true by the clock, as long as nobody writes."""

from cms.store.connection import as_moment, rows


def seconds_left() -> float | None:
    """Until the next listed instant at which any answer may change, by the database's clock; None: there is none."""
    ((now, at),) = rows("SELECT now, at FROM public_next")
    present, instant = as_moment(now), as_moment(at)
    return (instant - present).total_seconds() if instant and present else None
