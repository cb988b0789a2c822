"""Motif of cables: a section through one of them."""

import math
from random import Random

from home.demo.pictures.canvas import (
    BLUE,
    DEEP,
    FOAM,
    INK,
    MIST,
    NAVY,
    PAPER,
    SAND,
    SIGNAL,
    STEEL,
    Canvas,
    Colour,
    Point,
    around,
    mix,
)

CENTRE: Point = (900.0, 640.0)
COPPER = mix(SAND, SIGNAL, 0.32)


def fibres() -> Canvas:
    """Rings of wire around a core in which fibres glow."""
    canvas = Canvas(NAVY)
    canvas.shade([(0, DEEP), (1, INK)])
    canvas.glow(CENTRE, 1150, BLUE, 0.55)
    # The cable behind the section runs out of the picture to the right.
    for step in range(26):
        share = step / 25
        band = mix(INK, STEEL, 0.62 * math.sin(math.pi * share) ** 1.6)
        top = CENTRE[1] - 520 + 998 * share
        canvas.box(CENTRE[0], top, 1920, top + 42, band)
    for turn in range(9):
        left = CENTRE[0] + 330 + turn * 118
        canvas.line([(left, CENTRE[1] - 520), (left + 190, CENTRE[1] + 520)], INK, 9, 70)
    canvas.shadow(
        [around((CENTRE[0] + 34, CENTRE[1] + 26), 540, angle) for angle in range(0, 360, 4)], 40, 190
    )
    canvas.disc(CENTRE, 528, INK)
    canvas.disc(CENTRE, 528, None, outline=STEEL, width=3)
    canvas.disc(CENTRE, 500, mix(NAVY, BLUE, 0.35))
    _wires(canvas, 452, 27, 44, STEEL)
    _wires(canvas, 364, 20, 41, mix(STEEL, MIST, 0.5))
    canvas.disc(CENTRE, 312, INK)
    canvas.disc(CENTRE, 296, COPPER)
    canvas.disc(CENTRE, 296, None, 150, outline=PAPER, width=3)
    canvas.ring(CENTRE, 262, 296, 195, 300, PAPER, 60)
    canvas.disc(CENTRE, 258, mix(COPPER, INK, 0.5))
    canvas.disc(CENTRE, 250, FOAM)
    canvas.disc(CENTRE, 250, mix(FOAM, MIST, 0.45), 200)
    canvas.disc(CENTRE, 176, mix(MIST, PAPER, 0.35))
    canvas.disc(CENTRE, 176, None, 160, outline=STEEL, width=3)
    _glass(canvas)
    return canvas


def _wires(canvas: Canvas, radius: float, count: int, size: float, tone: Colour) -> None:
    """A ring of round wires, lit from the upper left."""
    for number in range(count):
        spot = around(CENTRE, radius, number * 360 / count)
        canvas.disc((spot[0] + 4, spot[1] + 5), size, INK, 120)
        canvas.disc(spot, size, mix(tone, INK, 0.42))
        canvas.disc((spot[0] - 2, spot[1] - 2), size - 3, tone)
        canvas.disc((spot[0] - size * 0.2, spot[1] - size * 0.22), size * 0.66, mix(tone, FOAM, 0.34))
        canvas.disc((spot[0] - size * 0.3, spot[1] - size * 0.34), size * 0.26, mix(tone, PAPER, 0.72))


def _glass(canvas: Canvas) -> None:
    """Twelve fibres in a bed of jelly, each with its light."""
    random = Random("fibres")  # noqa: S311  # the same picture each time
    spots = [around(CENTRE, 126, 15 + number * 40) for number in range(9)]
    spots += [around(CENTRE, 52, 75 + number * 120) for number in range(3)]
    for spot in spots:
        canvas.glow(spot, 120, SIGNAL, 0.55)
    for spot in spots:
        canvas.disc(spot, 27, mix(SIGNAL, INK, 0.15))
        canvas.disc(spot, 22, SIGNAL)
        canvas.disc(spot, 13, mix(SIGNAL, PAPER, 0.55))
        canvas.disc(spot, 6, PAPER)
    for _ in range(26):
        spot = around(CENTRE, random.uniform(184, 242), random.uniform(0, 360))
        canvas.disc(spot, random.uniform(2, 6), PAPER, 130)
