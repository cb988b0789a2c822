"""Sections of a home page: one concept per module."""

from home.blocks.sections import SectionsBlock

__all__ = ["SectionsBlock"]
