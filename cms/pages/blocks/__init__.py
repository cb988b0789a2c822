"""Blocks of bodies: one concept per module, each with the typed value that the public sees."""

from cms.pages.blocks.contact import ContactBlock
from cms.pages.blocks.embed import EmbedBlock
from cms.pages.blocks.heading import HeadingBlock
from cms.pages.blocks.key_facts import KeyFactsBlock
from cms.pages.blocks.questions import QuestionsBlock
from cms.pages.blocks.rich_text import RichTextBlock
from cms.pages.blocks.table import TableBlock

__all__ = [
    "ContactBlock",
    "EmbedBlock",
    "HeadingBlock",
    "KeyFactsBlock",
    "QuestionsBlock",
    "RichTextBlock",
    "TableBlock",
]
