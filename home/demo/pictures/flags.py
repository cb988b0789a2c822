"""Motif of flags: fourteen pennants."""

import math
from collections.abc import Callable

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
    mix,
)

Device = Callable[[Callable[[float, float], Point], Canvas, Colour, Colour, Colour], None]


def _devices() -> list[Device]:
    """Fourteen plain devices, drawn in the coordinates of a cloth: across and down, both from 0 to 1."""

    def patch(*corners: tuple[float, float]) -> Device:
        return lambda at, canvas, a, b, c: canvas.polygon(_edge(at, corners), b)

    def bands(count: int) -> Device:
        def draw(
            at: Callable[[float, float], Point], canvas: Canvas, a: Colour, b: Colour, c: Colour
        ) -> None:
            for band in range(1, count * 2, 2):
                top, bottom = band / (count * 2 + 1), (band + 1) / (count * 2 + 1)
                canvas.polygon(
                    _edge(at, ((0, top), (1, top), (1, bottom), (0, bottom))), b if band % 4 == 1 else c
                )

        return draw

    def disc(down: float, size: float, inner: bool) -> Device:
        def draw(
            at: Callable[[float, float], Point], canvas: Canvas, a: Colour, b: Colour, c: Colour
        ) -> None:
            def circle(radius: float) -> list[Point]:
                return [
                    at(
                        0.5 + radius * math.cos(t * math.tau / 60),
                        down + 0.151 * radius * math.sin(t * math.tau / 60),
                    )
                    for t in range(60)
                ]

            canvas.polygon(circle(size), b)
            if inner:
                canvas.polygon(circle(size * 0.52), c)

        return draw

    def both(*parts: Device) -> Device:
        def draw(
            at: Callable[[float, float], Point], canvas: Canvas, a: Colour, b: Colour, c: Colour
        ) -> None:
            for number, part in enumerate(parts):
                part(at, canvas, a, *((b, c) if number % 2 == 0 else (c, b)))

        return draw

    chevron = patch((0, 0.16), (0.5, 0.30), (1, 0.16), (1, 0.28), (0.5, 0.42), (0, 0.28))
    low_chevron = patch((0, 0.52), (0.5, 0.66), (1, 0.52), (1, 0.64), (0.5, 0.78), (0, 0.64))
    return [
        both(patch((0, 0), (0.5, 0), (0.5, 1), (0, 1)), disc(0.3, 0.3, False)),
        bands(3),
        both(chevron, low_chevron),
        disc(0.36, 0.36, True),
        both(patch((0, 0), (1, 0), (0, 0.62)), patch((1, 0.5), (1, 1), (0, 1))),
        patch((0.36, 0), (0.64, 0), (0.64, 1), (0.36, 1)),
        both(patch((0, 0), (1, 0), (1, 0.34), (0, 0.34)), disc(0.6, 0.3, False)),
        both(patch((0.5, 0.12), (0.94, 0.38), (0.5, 0.64), (0.06, 0.38)), disc(0.38, 0.18, False)),
        both(
            patch((0, 0.3), (1, 0.3), (1, 0.44), (0, 0.44)), patch((0.16, 0), (0.36, 0), (0.36, 1), (0.16, 1))
        ),
        bands(5),
        both(patch((0, 1), (0.5, 0.3), (1, 1)), disc(0.22, 0.26, False)),
        both(patch((0, 0), (0.3, 0), (1, 0.74), (1, 1), (0.7, 1), (0, 0.26)), disc(0.18, 0.0, False)),
        both(disc(0.26, 0.28, False), disc(0.62, 0.28, True)),
        both(patch((0, 0.5), (1, 0.5), (1, 1), (0, 1)), disc(0.5, 0.34, False)),
    ]


def _edge(at: Callable[[float, float], Point], corners: tuple[tuple[float, float], ...]) -> list[Point]:
    """The outline of a patch, bent as the cloth is."""
    outline: list[Point] = []
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        outline += [at(x0 + (x1 - x0) * step / 14, y0 + (y1 - y0) * step / 14) for step in range(14)]
    return outline


def pennants() -> Canvas:
    """Fourteen pennants in a row, swelling in the wind."""
    canvas = Canvas(PAPER)
    air = mix(MIST, FOAM, 0.55)
    canvas.shade([(0, mix(MIST, STEEL, 0.6)), (0.6, air), (1, air)], bottom=1120)
    canvas.disc((1390, 400), 330, mix(air, PAPER, 0.35))
    canvas.disc((1390, 400), 262, mix(air, PAPER, 0.7))
    canvas.shade([(0, SAND), (1, mix(SAND, STEEL, 0.55))], top=1120)
    schemes = [
        (NAVY, PAPER, SIGNAL),
        (STEEL, NAVY, PAPER),
        (SAND, BLUE, SIGNAL),
        (DEEP, SIGNAL, PAPER),
        (BLUE, FOAM, NAVY),
        (SIGNAL, PAPER, NAVY),
        (MIST, NAVY, SIGNAL),
    ]
    for number, device in enumerate(_devices()):
        ground, first, second = schemes[(number * 3) % 7]
        left = 66 + number * 130.5
        sway, width, top = 0.9 + 0.3 * math.sin(number * 1.7), 104.0, 190.0

        def at(
            across: float, down: float, left: float = left, sway: float = sway, phase: float = number * 0.9
        ) -> Point:
            bend = math.sin(down * 4.4 + phase) * 17 * sway * down
            return (
                left + 8 + across * 104.0 * (1 - 0.10 * down) + bend + 22 * down * sway,
                190.0 + down * 690.0 + 13 * math.sin(across * 3.0 + phase + down * 3) * (0.25 + down),
            )

        canvas.polygon([(left, 1130), (left + 8, 1130), (left + 210, 1280), (left + 196, 1280)], INK, 40)
        outline = _edge(at, ((0, 0), (1, 0), (1, 1), (0.5, 0.9), (0, 1)))
        canvas.polygon([(x + 10, y + 12) for x, y in outline], INK, 34)
        canvas.polygon(outline, ground)
        device(at, canvas, ground, first, second)
        # The tail is cut out of whatever the device painted there.
        canvas.polygon(_edge(at, ((0.0, 1.002), (0.5, 0.9), (1.0, 1.002), (1.0, 1.03), (0.0, 1.03))), air)
        for fold in range(7):
            start = fold / 7
            dark = math.sin(fold * 1.9 + number) > 0
            canvas.polygon(
                _edge(at, ((start, 0), (start + 1 / 7, 0), (start + 1 / 7, 0.93), (start, 0.93))),
                INK if dark else PAPER,
                26 if dark else 16,
            )
        canvas.box(left - 4, top - 46, left + 4, 1136, mix(STEEL, INK, 0.3))
        canvas.box(left - 4, top - 46, left - 1, 1136, FOAM, 150)
        canvas.box(left, top - 8, left + width + 14, top - 1, mix(STEEL, INK, 0.3))
        canvas.disc((left, top - 52), 9, SIGNAL)
        canvas.disc((left, 1134), 20, NAVY, squash=0.36)
    return canvas
