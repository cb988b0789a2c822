"""Documents to download, in a body."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from cms.contract.values import DocumentRef, Reference, public_value
from cms.pages.blocks.choosers import BatchedChoice
from cms.pages.blocks.line import LineBlock


class DocumentChoiceBlock(BatchedChoice, DocumentChooserBlock):
    """A chosen document."""


@public_value
class DocumentValue:
    """``title`` is as written for this place; empty, that of the document holds."""

    document: DocumentRef | None
    title: str


@public_value
class DocumentsValue:
    """``title`` may be empty."""

    title: str
    documents: list[DocumentValue]


class DocumentBlock(blocks.StructBlock):
    """One document."""

    document = DocumentChoiceBlock(label=_("Document"))
    title = LineBlock(
        required=False, max_length=255, label=_("Title"), help_text=_("Left empty, the document's own.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")


class DocumentsBlock(blocks.StructBlock):
    """A list of documents."""

    title = LineBlock(required=False, max_length=255, label=_("Title"))
    documents = blocks.ListBlock(DocumentBlock(), label=_("Documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> DocumentsValue:
        """Its public value."""
        documents = [
            DocumentValue(
                document=Reference(row["document"].public_key(), fallback=True) if row["document"] else None,
                title=row["title"] or "",
            )
            for row in value["documents"]
        ]
        return DocumentsValue(title=value["title"] or "", documents=documents)
