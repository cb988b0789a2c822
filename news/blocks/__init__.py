"""Blocks of releases and events: one concept per module."""

from news.blocks.body import BodyBlock
from news.blocks.corrections import CorrectionsBlock
from news.blocks.programme import ProgrammeBlock

__all__ = ["BodyBlock", "CorrectionsBlock", "ProgrammeBlock"]
