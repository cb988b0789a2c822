"""Motif of space: orbits."""

import math
from random import Random

from home.demo.pictures.canvas import (
    BLUE,
    FOAM,
    INK,
    MIST,
    NAVY,
    PAPER,
    SAND,
    SIGNAL,
    STEEL,
    WIDTH,
    Canvas,
    Point,
    around,
    mix,
)


def orbits() -> Canvas:
    """The lit edge of a planet with crossing orbits and satellites."""
    canvas = Canvas(INK)
    canvas.shade([(0, INK), (1, NAVY)])
    random = Random("orbits")  # noqa: S311
    for _ in range(340):
        canvas.disc(
            (random.uniform(0, WIDTH), random.uniform(0, 1150)),
            random.choice((0.8, 0.9, 1.1, 1.5, 2.3)),
            FOAM,
            random.randint(50, 210),
        )
    middle = (760.0, 2060.0)
    for step in range(16):
        canvas.disc(middle, 1250 - step * 10, STEEL, 15)
    canvas.disc(middle, 1096, mix(BLUE, STEEL, 0.4))
    for step in range(40):
        canvas.disc(
            (middle[0] - step * 3.4, middle[1] + step * 12),
            1092,
            mix(mix(BLUE, STEEL, 0.3), INK, step / 34),
            90,
        )
    canvas.ring(middle, 1093, 1098, 215, 325, PAPER, 210)
    paths = (
        ((1020.0, 640.0), 930.0, 0.36, -14.0, MIST),
        ((960.0, 600.0), 800.0, 0.5, 24.0, STEEL),
        ((1000.0, 620.0), 1080.0, 0.22, -38.0, FOAM),
    )
    for centre, radius, squash, turn, tone in paths:
        canvas.line(_ellipse(centre, radius, squash, turn), tone, 2.2, 150)
    for (centre, radius, squash, turn, _), where, size in zip(
        paths, (286, 322, 205), (1.0, 0.8, 0.62), strict=True
    ):
        ellipse = _ellipse(centre, radius, squash, turn)
        spot = ellipse[where]
        tail = ellipse[where - 46 : where + 1]
        for index in range(len(tail) - 1):
            canvas.line(
                tail[index : index + 2],
                SIGNAL if size == 1.0 else PAPER,
                4 * size,
                round(230 * index / len(tail)),
            )
        _satellite(canvas, spot, size * 1.3, turn + 30)
    return canvas


def _ellipse(centre: Point, radius: float, squash: float, turn: float) -> list[Point]:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for step in range(361):
        x, y = around((0, 0), radius, step, squash)
        points.append((centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos))
    return points


def _satellite(canvas: Canvas, spot: Point, size: float, turn: float) -> None:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def slab(left: float, top: float, right: float, bottom: float) -> list[Point]:
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        return [
            (spot[0] + size * (x * cos - y * sin), spot[1] + size * (x * sin + y * cos)) for x, y in corners
        ]

    canvas.glow(spot, 120 * size, FOAM, 0.35)
    canvas.polygon(slab(-104, -3, 104, 3), MIST)
    for left in (-104, 34):
        canvas.polygon(slab(left, -27, left + 70, 27), BLUE)
        canvas.polygon(slab(left, -27, left + 70, -2), mix(BLUE, STEEL, 0.6))
        for cell in range(1, 5):
            canvas.polygon(slab(left + cell * 14 - 1, -27, left + cell * 14 + 1, 27), FOAM, 150)
    canvas.polygon(slab(-24, -34, 24, 34), PAPER)
    canvas.polygon(slab(-24, 4, 24, 34), SAND)
    canvas.polygon(slab(-12, -22, 12, -8), NAVY)
    canvas.polygon(slab(-5, 34, 5, 50), SIGNAL)
