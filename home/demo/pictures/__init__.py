"""Illustrations made by code: the same bytes each time, in one palette, never pretending to be photographs."""

from collections.abc import Callable

from home.demo.pictures import coast, flags, halls, maps, rescue, sea, section, signals, sky, space
from home.demo.pictures.canvas import Canvas

MOTIFS: dict[str, Callable[[], Canvas]] = {
    "capes": sea.capes,
    "dawn": sea.dawn,
    "cable": sea.cable,
    "fibres": section.fibres,
    "council-hall": halls.council_hall,
    "radar": signals.radar,
    "network": signals.network,
    "lattice": signals.lattice,
    "contours": maps.contours,
    "ice": coast.ice,
    "harbour": coast.harbour,
    "lighthouse": sky.lighthouse,
    "patrol": sky.patrol,
    "orbits": space.orbits,
    "press-room": halls.press_room,
    "pennants": flags.pennants,
    "signature": halls.signature,
    "convoy": sea.convoy,
    "lifeline": rescue.lifeline,
}


def draw(key: str) -> bytes:
    """The illustration ``key`` as a JPEG file of 1920 by 1280 pixels."""
    return MOTIFS[key]().finish(key)
