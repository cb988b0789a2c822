"""What a home page can be made of. The names of the blocks are part of the public contract."""

from wagtail import blocks

from home.blocks.featured_media import FeaturedMediaBlock
from home.blocks.latest import LatestBlock
from home.blocks.lead_story import LeadStoryBlock
from home.blocks.next_events import NextEventsBlock


class SectionsBlock(blocks.StreamBlock):
    """The sections, from the top."""

    lead_story = LeadStoryBlock()
    latest = LatestBlock()
    featured_media = FeaturedMediaBlock()
    next_events = NextEventsBlock()
