"""The report of an import, in the words of the active language."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.archive.importing import Result
from news.archive.oddities import Kind
from news.archive.writing import Outcome


def lines(result: Result, *, rehearsal: bool) -> Iterator[str]:
    """The lines of the report: oddities by kind, then what was done, so that the end of the screen says it."""
    for kind in Kind:
        oddities = result.of(kind)
        if not oddities:
            continue
        yield ""
        yield f"{kind.label} ({len(oddities)})"
        for oddity in oddities:
            place = f"{oddity.file}:{oddity.line}" if oddity.line else oddity.file
            yield f"  {place}  {oddity.detail}"
    yield ""
    yield summary(result, rehearsal=rehearsal)


def summary(result: Result, *, rehearsal: bool) -> str:
    """One line: how many posts came to what."""
    counts = result.counts()
    changes = counts[Outcome.CREATED] + counts[Outcome.UPDATED]
    done = _(
        "%(changes)s (created: %(created)d, updated: %(updated)d, unchanged: %(unchanged)d, left alone: %(left)d)."
        " Files refused: %(refused)d. Oddities: %(oddities)d."
    ) % {
        "changes": ngettext("%(number)d change", "%(number)d changes", changes) % {"number": changes},
        "created": counts[Outcome.CREATED],
        "updated": counts[Outcome.UPDATED],
        "unchanged": counts[Outcome.UNCHANGED],
        "left": counts[Outcome.LEFT],
        "refused": len({oddity.file for oddity in result.of(Kind.REFUSED)}),
        "oddities": len(result.oddities),
    }
    return (
        _("Nothing was written. An import would come to this: %(done)s") % {"done": done}
        if rehearsal
        else done
    )


def is_complete(result: Result) -> bool:
    """Whether every file was taken over or is known to be left alone: none was refused."""
    return not result.of(Kind.REFUSED)
