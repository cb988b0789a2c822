"""Motifs of signals: radar, great circles, a lattice."""

import math
from itertools import pairwise
from random import Random

from home.demo.pictures.canvas import (
    BLUE,
    DEEP,
    FOAM,
    HEIGHT,
    INK,
    MIST,
    NAVY,
    PAPER,
    SIGNAL,
    STEEL,
    WIDTH,
    Canvas,
    Colour,
    Point,
    around,
    mix,
    smooth,
)


def radar() -> Canvas:
    """Range rings, a sweep and a few contacts."""
    canvas = Canvas(INK)
    centre = (960.0, 640.0)
    canvas.glow(centre, 1150, DEEP, 0.9)
    coast = smooth(
        [
            (1480, -30),
            (1420, 120),
            (1500, 230),
            (1390, 330),
            (1440, 450),
            (1560, 520),
            (1530, 640),
            (1640, 720),
            (1610, 850),
            (1720, 930),
            (1700, 1080),
            (1800, 1310),
        ]
    )
    canvas.polygon([*coast, (WIDTH + 20, HEIGHT + 30), (WIDTH + 20, -30)], BLUE, 70)
    canvas.line(coast, STEEL, 2.4, 170)
    island = smooth([(330, 860), (420, 800), (520, 830), (560, 920), (480, 980), (370, 950), (330, 860)])
    canvas.polygon(island, BLUE, 70)
    canvas.line(island, STEEL, 2.4, 170)
    for step in range(110):  # the sweep: newest light at its leading edge
        start = -38 - step * 0.75
        canvas.pie(centre, 560, start - 0.85, start, MIST, round(110 * (1 - step / 110) ** 1.8) + 1)
    for ring in range(1, 6):
        canvas.disc(
            centre, ring * 112, None, 170 if ring == 5 else 105, outline=STEEL, width=3 if ring == 5 else 1.8
        )
    for degree in range(0, 360, 2):
        length = 24 if degree % 30 == 0 else 14 if degree % 10 == 0 else 7
        canvas.line(
            [around(centre, 566, degree), around(centre, 566 + length, degree)],
            MIST if degree % 10 == 0 else STEEL,
            2.6 if degree % 30 == 0 else 1.6,
        )
    for degree in range(0, 180, 30):
        canvas.line([around(centre, 560, degree), around(centre, -560, degree)], STEEL, 1.2, 70)
    canvas.disc(centre, 606, None, 90, outline=STEEL, width=1.6)
    canvas.line([centre, around(centre, 560, -38)], PAPER, 3.4)
    random = Random("radar")  # noqa: S311
    for radius, angle, size, course in (
        (196, -66, 8, 40),
        (318, -95, 10, 130),
        (410, -58, 8, 210),
        (470, -112, 9, 80),
        (268, 160, 6, 20),
        (430, 62, 6, 300),
        (352, 24, 5, 250),
        (500, 196, 6, 90),
        (140, 110, 5, 10),
    ):
        spot = around(centre, radius, angle)
        bright = 1.0 if -120 < angle < -38 else 0.55
        canvas.glow(spot, size * 6, FOAM, 0.6 * bright)
        canvas.line([spot, around(spot, 58, course)], FOAM, 1.8, round(150 * bright))
        for back in range(1, 6):
            canvas.disc(
                around(spot, back * 17, course + 180 + random.uniform(-4, 4)),
                2.6,
                FOAM,
                round((130 - back * 22) * bright),
            )
        canvas.disc(spot, size, FOAM, round(255 * bright))
    marked = around(centre, 372, -78)
    canvas.glow(marked, 110, SIGNAL, 0.75)
    canvas.disc(marked, 13, SIGNAL)
    for quarter in range(4):
        canvas.ring(marked, 36, 40, quarter * 90 + 18, quarter * 90 + 72, SIGNAL)
    canvas.line(
        [
            around(marked, 40, -45),
            around(marked, 92, -45),
            (around(marked, 92, -45)[0] + 130, around(marked, 92, -45)[1]),
        ],
        SIGNAL,
        2.6,
    )
    canvas.disc(centre, 8, PAPER)
    return canvas


def _on_globe(latitude: float, longitude: float, lift: float = 1.0) -> tuple[float, float, float]:
    """Where a place is seen: x, y in pixels and the depth (positive: on our side)."""
    turn, tilt = math.radians(longitude + 24), math.radians(-42)
    phi = math.radians(latitude)
    x, y, z = math.cos(phi) * math.sin(turn), math.sin(phi), math.cos(phi) * math.cos(turn)
    y, z = y * math.cos(tilt) + z * math.sin(tilt), z * math.cos(tilt) - y * math.sin(tilt)
    return 960 + 545 * lift * x, 655 - 545 * lift * y, z


def network() -> Canvas:
    """A globe of fine lines with arcs between points of light."""
    canvas = Canvas(INK)
    canvas.shade([(0, NAVY), (1, INK)])
    centre = (960.0, 655.0)
    canvas.glow(centre, 960, BLUE, 0.65)
    for step in range(60):
        canvas.disc(
            (960 - step * 2.2, 655 - step * 3.1), 545 - step * 6.4, mix(NAVY, BLUE, 0.12 + step / 90), 46
        )
    canvas.disc(centre, 545, None, 200, outline=STEEL, width=2.4)
    for lines in (
        [[(latitude, longitude) for longitude in range(-180, 181, 3)] for latitude in range(-75, 90, 15)],
        [[(latitude, longitude) for latitude in range(-90, 91, 3)] for longitude in range(-180, 180, 15)],
    ):
        for line in lines:
            for first, second in pairwise(line):
                (x0, y0, z0), (x1, y1, z1) = _on_globe(*first), _on_globe(*second)
                front = z0 > 0 and z1 > 0
                canvas.line(
                    [(x0, y0), (x1, y1)],
                    STEEL if front else BLUE,
                    1.5 if front else 1.0,
                    120 if front else 40,
                )
    towns = [
        (51, 4),
        (64, -22),
        (45, -64),
        (39, -9),
        (56, -3),
        (59, 25),
        (56, 13),
        (47, -71),
        (15, -24),
        (5, 6),
        (-12, -38),
        (28, -16),
        (70, 25),
        (61, -46),
        (30, 60),
        (-4, 40),
    ]
    pairs = [
        (0, 1),
        (0, 2),
        (3, 2),
        (4, 1),
        (0, 5),
        (6, 12),
        (7, 13),
        (3, 8),
        (8, 10),
        (9, 3),
        (2, 10),
        (0, 14),
        (14, 15),
        (11, 9),
        (1, 13),
        (3, 7),
        (15, 9),
        (0, 6),
    ]
    for number, (start, end) in enumerate(pairs):
        arc = _great_circle(towns[start], towns[end])
        tone = SIGNAL if number in (2, 8) else FOAM
        for (x0, y0, z0), (x1, y1, z1) in pairwise(arc):
            if z0 > -0.1 and z1 > -0.1:
                canvas.line(
                    [(x0, y0), (x1, y1)], tone, 3.6 if tone == SIGNAL else 2.2, 255 if tone == SIGNAL else 190
                )
    for number, town in enumerate(towns):
        x, y, depth = _on_globe(*town)
        if depth > 0:
            hot = number in (2, 3, 8, 10)
            canvas.glow((x, y), 46, SIGNAL if hot else FOAM, 0.8)
            canvas.disc((x, y), 8.5 if hot else 6, PAPER)
    random = Random("network")  # noqa: S311
    for _ in range(170):
        spot = (random.uniform(0, WIDTH), random.uniform(0, HEIGHT))
        if math.hypot(spot[0] - 960, spot[1] - 655) > 575:
            canvas.disc(spot, random.choice((0.8, 1.0, 1.5)), FOAM, random.randint(40, 150))
    return canvas


def _great_circle(first: tuple[int, int], second: tuple[int, int]) -> list[tuple[float, float, float]]:
    """The arc between two places, lifted off the globe in its middle."""

    def vector(place: tuple[int, int]) -> tuple[float, float, float]:
        phi, lam = math.radians(place[0]), math.radians(place[1])
        return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)

    a, b = vector(first), vector(second)
    angle = math.acos(min(1.0, sum(p * q for p, q in zip(a, b, strict=True))))
    points = []
    for step in range(41):
        t = step / 40
        x, y, z = (
            (math.sin((1 - t) * angle) * p + math.sin(t * angle) * q) / math.sin(angle)
            for p, q in zip(a, b, strict=True)
        )
        points.append(
            _on_globe(
                math.degrees(math.asin(z)),
                math.degrees(math.atan2(y, x)),
                1 + 0.24 * angle * math.sin(math.pi * t),
            )
        )
    return points


def lattice() -> Canvas:
    """Hexagons; one cell glows and a ring of pale cells closes around it."""
    canvas = Canvas(INK)
    canvas.shade([(0, NAVY), (1, INK)])
    canvas.glow((960, 640), 1050, BLUE, 0.5)
    random = Random("lattice")  # noqa: S311
    size = 66.0
    step_x, step_y = size * math.sqrt(3), size * 1.5
    for row in range(-8, 9):
        for column in range(-10, 11):
            q = column - (row - (row & 1)) // 2
            away = max(abs(q), abs(row), abs(q + row))
            centre = (960 + (column + 0.5 * (row & 1)) * step_x, 640 + row * step_y)
            _cell(canvas, centre, size, away, random)
    for angle, length in ((-64, 7), (-16, 8), (38, 6), (118, 7), (165, 8), (212, 6)):
        path: list[Point] = [around((960, 640), 230, angle)]
        for step in range(length):
            path.append(around(path[-1], 96, angle + (30 if step % 2 else -30)))
        canvas.line(path, FOAM, 2.4, 90)
        canvas.disc(path[-1], 7, FOAM, 160)
    return canvas


def _cell(canvas: Canvas, centre: Point, size: float, away: int, random: Random) -> None:
    shade = random.random()
    shape = [around(centre, size - 4, 30 + corner * 60) for corner in range(6)]
    if away == 0:
        canvas.glow(centre, 330, SIGNAL, 0.75)
        tone: Colour = SIGNAL
    elif away == 1:
        tone = mix(mix(SIGNAL, DEEP, 0.55), DEEP, shade * 0.4)
    elif away == 2:
        tone = mix(PAPER, FOAM, shade)
    else:
        tone = mix(mix(BLUE, STEEL, shade * 0.5), NAVY, min(1.0, (away - 3) / 5.2 + 0.25 * shade))
    canvas.polygon(shape, tone)
    canvas.polygon([shape[3], shape[4], shape[5], centre], mix(tone, PAPER, 0.12))
    canvas.polygon([shape[0], shape[1], shape[2], centre], mix(tone, INK, 0.16))
    if away > 2 and shade > 0.86:
        canvas.polygon([around(centre, size * 0.34, 30 + corner * 60) for corner in range(6)], MIST, 150)
    if away == 0:
        canvas.polygon(
            [around(centre, size * 0.46, 30 + corner * 60) for corner in range(6)], mix(SIGNAL, PAPER, 0.6)
        )
