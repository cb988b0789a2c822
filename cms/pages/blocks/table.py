"""A table whose cells are rich text, so that every cell can be translated (Wagtail's own table is one opaque value)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import Html, public_value
from cms.pages.blocks.line import LineBlock
from cms.pages.blocks.rich_text import LINE_FEATURES, html

MOST_ROWS = 200
MOST_COLUMNS = 20


@public_value
class TableRow:
    """The cells of a row, from the left."""

    cells: list[Html]


@public_value
class TableValue:
    """``header_row`` and ``header_column`` say whether the first row and the first column hold headings."""

    caption: str
    header_row: bool
    header_column: bool
    rows: list[TableRow]


class TableRowBlock(blocks.StructBlock):
    """A row of cells."""

    cells = blocks.ListBlock(
        blocks.RichTextBlock(features=LINE_FEATURES, required=False, label=_("Cell")),
        max_num=MOST_COLUMNS,
        label=_("Cells"),
    )

    class Meta:
        icon = "table"
        label = _("Row")


class TableBlock(blocks.StructBlock):
    """Rows of equal length with a caption."""

    caption = LineBlock(required=False, max_length=500, label=_("Caption"))
    header_row = blocks.BooleanBlock(required=False, default=True, label=_("The first row holds headings"))
    header_column = blocks.BooleanBlock(required=False, label=_("The first column holds headings"))
    rows = blocks.ListBlock(TableRowBlock(), max_num=MOST_ROWS, label=_("Rows"))

    class Meta:
        icon = "table"
        label = _("Table")
        label_format = "{caption}"

    def clean(self, value: Any) -> Any:
        """Refuse rows of different lengths: screen readers count columns by the first."""
        cleaned = super().clean(value)
        if len({len(row["cells"]) for row in cleaned["rows"]}) > 1:
            message = _("Every row needs the same number of cells.")
            raise blocks.StructBlockValidationError(block_errors={"rows": ValidationError(message)})
        return cleaned

    def get_api_representation(self, value: Any, context: Any = None) -> TableValue:
        """Its public value."""
        return TableValue(
            caption=value["caption"] or "",
            header_row=bool(value["header_row"]),
            header_column=bool(value["header_column"]),
            rows=[TableRow(cells=[html(cell) for cell in row["cells"]]) for row in value["rows"]],
        )
