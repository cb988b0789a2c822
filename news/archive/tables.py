"""Tables to the table block: a grid of cells of equal rows."""

from dataclasses import dataclass

from bs4.element import Tag
from django.utils.translation import gettext as _

from news.archive.flow import flow, joined
from news.archive.inline import Manner
from news.archive.oddities import Kind, Notes
from news.archive.tree import attribute, line_of, words

# The limits of the table block.
MOST_ROWS = 200
MOST_COLUMNS = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read: its cells as rich text."""

    caption: str
    header_row: bool
    header_column: bool
    rows: list[list[str]]


def rows_of(table: Tag) -> list[list[Tag]]:
    """The cells of a table by row, those of tables inside not counted."""
    rows = [row for row in table.find_all("tr") if _table_of(row) is table]
    cells = [
        [cell for cell in row.children if isinstance(cell, Tag) and cell.name in ("td", "th")] for row in rows
    ]
    return [row for row in cells if row]


def _table_of(row: Tag) -> Tag | None:
    return next((parent for parent in row.parents if parent.name == "table"), None)


def laid_out(table: Tag) -> bool:
    """Whether a table only places things: nowhere do two of its columns hold text."""
    return not any(len([cell for cell in row if cell.get_text().strip()]) > 1 for row in rows_of(table))


def grid(table: Tag, manner: Manner, notes: Notes) -> Grid | None:
    """A table as rows of equal length; None when the table block cannot hold so many rows or columns."""
    rows = rows_of(table)
    width = max(sum(_span(cell, "colspan") for cell in row) for row in rows)
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        return None
    caption = table.find("caption", recursive=False)
    if any(_span(cell, name) > 1 for row in rows for cell in row for name in ("colspan", "rowspan")):
        notes.add(Kind.TABLE, line_of(table), _("joined cells: their text stands in the first of them"))
    elif len({len(row) for row in rows}) > 1:
        notes.add(Kind.TABLE, line_of(table), _("rows of different lengths: filled up with empty cells"))
    filled = [
        [(joined(flow(cell.children, manner, notes), notes), cell.name == "th") for cell in row]
        for row in rows
    ]
    spread = _spread(rows, filled)
    width = max(len(row) for row in spread)
    if width > MOST_COLUMNS:
        return None
    return Grid(
        caption=words(caption) if isinstance(caption, Tag) else "",
        header_row=all(heading for _content, heading in spread[0]),
        header_column=len(spread) > 1
        and all(row[0][1] for row in spread[1:])
        and not all(heading for row in spread[1:] for _content, heading in row),
        rows=[[content for content, _heading in row] + [""] * (width - len(row)) for row in spread],
    )


def _span(cell: Tag, name: str) -> int:
    written = attribute(cell, name).strip()
    return max(1, int(written)) if written.isdecimal() and len(written) < 5 else 1


def _spread(rows: list[list[Tag]], filled: list[list[tuple[str, bool]]]) -> list[list[tuple[str, bool]]]:
    """Rows in which a cell that spans several places takes the first, and empty cells the others."""
    spread: list[list[tuple[str, bool]]] = []
    below: dict[int, tuple[int, bool]] = {}
    for row, contents in zip(rows, filled, strict=True):
        cells: list[tuple[str, bool]] = []

        def held(cells: list[tuple[str, bool]] = cells) -> None:
            while (place := len(cells)) in below:
                left, heading = below[place]
                cells.append(("", heading))
                if left > 1:
                    below[place] = (left - 1, heading)
                else:
                    del below[place]

        starts: list[tuple[int, int, int, bool]] = []
        for cell, (content, heading) in zip(row, contents, strict=True):
            held()
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            starts.append((len(cells), wide, high, heading))
            cells.extend([(content, heading)] + [("", heading)] * (wide - 1))
        held()
        for place, wide, high, heading in starts:
            if high > 1:
                below.update({place + offset: (high - 1, heading) for offset in range(wide)})
        spread.append(cells)
    return spread
