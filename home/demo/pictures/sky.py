"""Motifs of the sky: a lighthouse at night, a patrol at dusk."""

import math
from random import Random

from home.demo.pictures.canvas import (
    BLUE,
    DEEP,
    HEIGHT,
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
    cloud,
    mix,
    smooth,
)


def lighthouse() -> Canvas:
    """A white lighthouse on a dark rock, its beam crossing the night."""
    canvas = Canvas(INK)
    canvas.shade([(0, INK), (0.45, NAVY), (0.8, DEEP), (1, STEEL)], bottom=960)
    random = Random("lighthouse")  # noqa: S311
    for _ in range(260):
        y = 820 * random.random() ** 1.4
        canvas.disc(
            (random.uniform(0, WIDTH), y),
            random.choice((0.8, 0.9, 1.1, 1.4, 2.2)),
            PAPER,
            random.randint(70, 220),
        )
    lamp = (640.0, 330.0)
    for spread, alpha in ((11.5, 26), (8.0, 34), (4.4, 44)):
        canvas.polygon(
            [lamp, around(lamp, 1700, -13 - spread), around(lamp, 1700, -13 + spread)], PAPER, alpha
        )
        canvas.polygon(
            [lamp, around(lamp, 1100, 167 - spread), around(lamp, 1100, 167 + spread)], PAPER, alpha // 2
        )
    canvas.shade([(0, mix(STEEL, MIST, 0.3)), (0.08, BLUE), (0.4, DEEP), (1, INK)], top=940)
    canvas.box(0, 938, WIDTH, 941, MIST, 120)
    for _ in range(110):
        depth = random.random() ** 1.2
        x, y, width = random.uniform(0, WIDTH), 950 + 330 * depth, random.uniform(40, 200) * (0.5 + depth)
        canvas.polygon(
            [(x - width, y), (x, y - 1 - 2 * depth), (x + width, y), (x, y + 1 + 2 * depth)], MIST, 64
        )
    for row in range(16):  # the light on the water
        y = 960 + row * 19
        width = (34 + row * 13) * random.uniform(0.7, 1.2)
        x = 1060 + row * 17 + random.uniform(-14, 14)
        canvas.polygon([(x - width, y), (x, y - 3), (x + width, y), (x, y + 3)], PAPER, 120 - row * 5)
    for points, tone in (
        (
            (
                (0, 1010),
                (120, 934),
                (250, 905),
                (330, 850),
                (430, 838),
                (520, 800),
                (780, 796),
                (830, 846),
                (940, 872),
                (1010, 930),
                (1120, 962),
                (1190, 1010),
            ),
            mix(NAVY, DEEP, 0.6),
        ),
        (
            (
                (0, 1090),
                (90, 1000),
                (260, 966),
                (380, 900),
                (560, 872),
                (700, 900),
                (800, 940),
                (880, 1000),
                (1000, 1026),
                (1060, 1090),
            ),
            NAVY,
        ),
        (
            (
                (0, 1290),
                (0, 1080),
                (150, 1040),
                (320, 1030),
                (460, 1000),
                (640, 1050),
                (720, 1110),
                (850, 1140),
                (900, 1290),
            ),
            INK,
        ),
    ):
        canvas.polygon(points, tone)
        canvas.line(points[1:-1], mix(tone, STEEL, 0.5), 2.2, 160)
    _tower(canvas)
    canvas.glow(lamp, 250, PAPER, 0.85)
    canvas.disc(lamp, 17, PAPER)
    return canvas


def _tower(canvas: Canvas) -> None:
    """Shaft with bands, gallery, lantern and dome, lit from the right."""
    x = 640.0

    def half(y: float) -> float:
        return 42 + 44 * (y - 396) / 410

    def band(top: float, bottom: float, light: tuple[int, int, int], dark: tuple[int, int, int]) -> None:
        canvas.polygon(
            [
                (x - half(top), top),
                (x + half(top), top),
                (x + half(bottom), bottom),
                (x - half(bottom), bottom),
            ],
            light,
        )
        canvas.polygon(
            [
                (x - half(top), top),
                (x - half(top) * 0.12, top),
                (x - half(bottom) * 0.12, bottom),
                (x - half(bottom), bottom),
            ],
            dark,
        )

    band(396, 806, PAPER, mix(SAND, STEEL, 0.35))
    for top in (470, 610, 750):
        band(top, min(top + 66, 806), SIGNAL, mix(SIGNAL, INK, 0.28))
    for y in (440, 572, 714):
        canvas.box(x + 10, y, x + 26, y + 26, NAVY)
    canvas.polygon([(x - 70, 396), (x + 70, 396), (x + 58, 416), (x - 58, 416)], NAVY)
    canvas.box(x - 72, 372, x + 72, 377, NAVY)
    for post in range(9):
        canvas.box(x - 72 + post * 17.6, 372, x - 69 + post * 17.6, 398, NAVY)
    canvas.box(x - 34, 292, x + 34, 396, mix(PAPER, SAND, 0.5))
    for bar in (-34, -12, 9, 31):
        canvas.box(x + bar, 292, x + bar + 4, 396, NAVY)
    canvas.box(x - 42, 284, x + 42, 294, NAVY)
    canvas.pie((x, 286), 42, 180, 360, SIGNAL)
    canvas.pie((x, 286), 42, 180, 258, mix(SIGNAL, INK, 0.28))
    canvas.line([(x, 246), (x, 206)], NAVY, 5)
    canvas.disc((x, 204), 7, PAPER)
    canvas.polygon([(506, 810), (506, 746), (556, 708), (606, 746), (606, 810)], mix(PAPER, STEEL, 0.25))
    canvas.polygon(
        [(494, 750), (556, 698), (618, 750), (606, 758), (556, 716), (506, 758)], mix(SIGNAL, INK, 0.2)
    )
    canvas.box(544, 764, 568, 810, NAVY)


def patrol() -> Canvas:
    """Three aircraft in formation over banks of cloud at dusk."""
    canvas = Canvas(DEEP)
    canvas.shade([(0, NAVY), (0.4, BLUE), (0.7, MIST), (0.9, SAND), (1, PAPER)], bottom=900)
    canvas.glow((520, 820), 700, PAPER, 0.7)
    canvas.disc((520, 800), 118, SIGNAL)
    for y, left, right, alpha in (
        (560, -40, 700, 60),
        (640, 900, 2000, 80),
        (700, 200, 1100, 90),
        (470, 1300, 1900, 40),
    ):
        canvas.polygon(
            cloud(y, left, right),
            PAPER,
            alpha,
        )
    for number, (nose, size) in enumerate(
        (((1420.0, 300.0), 1.25), ((1190.0, 300.0), 0.92), ((1352.0, 452.0), 0.92))
    ):
        _trail(canvas, nose, size, number)
        _aircraft(canvas, nose, size)
    random = Random("clouds")  # noqa: S311
    for row, (base, tone) in enumerate(
        (
            (870, mix(SAND, PAPER, 0.5)),
            (950, mix(MIST, SAND, 0.4)),
            (1040, STEEL),
            (1130, BLUE),
            (1210, DEEP),
            (1275, NAVY),
        )
    ):
        x = -60.0
        while x < WIDTH + 80:
            radius = random.uniform(56, 118) + row * 7
            canvas.disc((x, base + radius * 0.62), radius, tone)
            canvas.ring((x, base + radius * 0.62), radius - 2.4, radius, 200, 300, PAPER, 40)
            x += radius * random.uniform(0.8, 1.25)
        canvas.box(0, min(base + 70, HEIGHT - 1), WIDTH, HEIGHT, tone)
    return canvas


def _trail(canvas: Canvas, nose: Point, size: float, number: int) -> None:
    """A long curve that fades and widens away from the aircraft."""
    x, y = nose
    path = smooth(
        [
            (x - 62 * size, y + 26 * size),
            (x - 420, y + 170),
            (x - 900, y + 262),
            (x - 1500, y + 250 - number * 40),
        ],
        40,
    )
    for index in range(len(path) - 1):
        share = index / len(path)
        width = (2.2 + 13 * share) * size
        (x0, y0), (x1, y1) = path[index], path[index + 1]
        canvas.polygon(
            [(x0, y0 - width / 2), (x1, y1 - width / 2), (x1, y1 + width / 2), (x0, y0 + width / 2)],
            PAPER,
            round(225 * (1 - share) ** 1.4),
        )


def _aircraft(canvas: Canvas, nose: Point, size: float) -> None:
    """A patrol aircraft seen from the side and a little below, climbing to the right."""
    turn = math.radians(-21)

    def at(*points: Point) -> list[Point]:
        return [
            (
                nose[0] + size * (dx * math.cos(turn) - dy * math.sin(turn)),
                nose[1] + size * (dx * math.sin(turn) + dy * math.cos(turn)),
            )
            for dx, dy in points
        ]

    canvas.polygon(at((-38, -4), (-66, -66), (-52, -68), (-6, -6)), STEEL)
    canvas.polygon(
        at((16, 0), (4, -12), (-24, -16), (-88, -12), (-112, -2), (-88, 10), (-24, 11), (6, 8)), PAPER
    )
    canvas.polygon(at((16, 0), (6, 8), (-24, 11), (-88, 10), (-112, -2), (-60, 2)), mix(SAND, STEEL, 0.3))
    canvas.polygon(at((-84, -10), (-114, -46), (-98, -46), (-62, -11)), SIGNAL)
    canvas.polygon(at((-84, 2), (-116, 20), (-104, 22), (-64, 6)), mix(STEEL, NAVY, 0.3))
    canvas.polygon(at((-14, 4), (-58, 74), (-42, 76), (14, 6)), mix(PAPER, STEEL, 0.18))
    canvas.polygon(at((-2, -10), (4, -12), (12, -4), (0, -4)), NAVY)
    for engine in ((-22, 30), (-38, 54)):
        x, y = engine
        canvas.polygon(at((x + 18, y - 3), (x - 10, y - 4), (x - 12, y + 5), (x + 16, y + 5)), NAVY)
