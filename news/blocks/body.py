"""The body of a release or an event. The names of its blocks are part of the public contract."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.pages.blocks import (
    EmbedBlock,
    HeadingBlock,
    KeyFactsBlock,
    QuestionsBlock,
    RichTextBlock,
    TableBlock,
)
from cms.vocabulary.blocks import QuotationBlock
from media_library.blocks import DocumentsBlock, GalleryBlock, PressImageBlock, VideoBlock

TEXT, MEDIA, LISTS = _("Text"), _("Media"), _("Lists and tables")


class BodyBlock(blocks.StreamBlock):
    """What a body can be made of, in the order in which editors reach for it."""

    rich_text = RichTextBlock(group=TEXT)
    heading = HeadingBlock(group=TEXT)
    quotation = QuotationBlock(group=TEXT)
    image = PressImageBlock(group=MEDIA)
    gallery = GalleryBlock(group=MEDIA)
    video = VideoBlock(group=MEDIA)
    embed = EmbedBlock(group=MEDIA)
    key_facts = KeyFactsBlock(group=LISTS)
    questions = QuestionsBlock(group=LISTS)
    table = TableBlock(group=LISTS)
    documents = DocumentsBlock(group=LISTS)
