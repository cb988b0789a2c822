"""Motifs of the coast: facets of ice, harbour cranes."""

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
    WIDTH,
    Canvas,
    Colour,
    Point,
    cloud,
    mix,
)

# Corners of the iceberg above the water line (at 800), then its facets with a shade each (0 light, 1 dark).
ICE: tuple[Point, ...] = (
    (520, 800),
    (640, 640),
    (610, 560),
    (720, 420),
    (800, 470),
    (880, 250),
    (960, 190),
    (1050, 300),
    (1120, 360),
    (1190, 500),
    (1290, 540),
    (1360, 690),
    (1470, 800),
    (760, 640),
    (930, 560),
    (1000, 430),
    (1110, 600),
    (1240, 680),
    (880, 800),
    (1120, 800),
    (700, 800),
    (1300, 800),
    (1020, 700),
)
FACETS: tuple[tuple[int, int, int, float], ...] = (
    (0, 1, 20, 0.40),
    (1, 13, 20, 0.22),
    (1, 2, 13, 0.34),
    (2, 3, 13, 0.14),
    (3, 4, 13, 0.05),
    (4, 14, 13, 0.18),
    (4, 5, 14, 0.08),
    (5, 15, 14, 0.12),
    (5, 6, 15, 0.0),
    (6, 7, 15, 0.30),
    (7, 8, 15, 0.42),
    (8, 16, 15, 0.50),
    (15, 16, 14, 0.34),
    (8, 9, 16, 0.60),
    (9, 17, 16, 0.52),
    (9, 10, 17, 0.66),
    (10, 11, 17, 0.74),
    (11, 12, 21, 0.82),
    (11, 21, 17, 0.70),
    (13, 14, 18, 0.26),
    (13, 18, 20, 0.32),
    (14, 22, 18, 0.36),
    (14, 16, 22, 0.44),
    (16, 19, 22, 0.52),
    (22, 19, 18, 0.46),
    (16, 17, 19, 0.62),
    (17, 21, 19, 0.70),
)


def ice() -> Canvas:
    """A faceted iceberg mirrored in still water."""
    canvas = Canvas(FOAM)
    line = 800.0
    canvas.shade([(0, mix(STEEL, MIST, 0.5)), (0.5, FOAM), (0.92, PAPER), (1, PAPER)], bottom=line)
    canvas.disc((1440, 420), 128, mix(PAPER, SAND, 0.1))
    canvas.disc((1440, 420), 168, PAPER, 90)
    for points, tone in (
        (
            ((-20, 800), (120, 720), (260, 690), (380, 726), (520, 700), (700, 770), (820, 800)),
            mix(FOAM, MIST, 0.75),
        ),
        (
            ((1180, 800), (1400, 742), (1560, 690), (1680, 722), (1820, 668), (1960, 700), (1960, 800)),
            mix(FOAM, MIST, 0.75),
        ),
        (((1500, 800), (1660, 752), (1800, 736), (1960, 764), (1960, 800)), mix(MIST, STEEL, 0.35)),
    ):
        canvas.polygon(points, tone)
    canvas.shade([(0, mix(STEEL, MIST, 0.4)), (0.12, STEEL), (0.4, BLUE), (1, NAVY)], top=line)
    for first, second, third, shade in FACETS:
        mirror = [(x, line + (line - y) * 0.74) for x, y in (ICE[first], ICE[second], ICE[third])]
        canvas.polygon(mirror, mix(mix(FOAM, STEEL, 0.3 + 0.55 * shade), DEEP, 0.42), 205)
    for first, second, third, shade in FACETS:
        tone = mix(mix(PAPER, FOAM, 0.3), STEEL, shade * 0.92)
        canvas.polygon([ICE[first], ICE[second], ICE[third]], tone)
        canvas.line([ICE[first], ICE[second], ICE[third], ICE[first]], mix(tone, PAPER, 0.45), 1.5, 130)
    random = Random("ice")  # noqa: S311
    for row in range(64):
        depth = (row / 64) ** 1.5
        y = line + 8 + depth * 470
        width = random.uniform(60, 330) * (0.5 + depth)
        x = random.uniform(0, WIDTH)
        canvas.polygon(
            [(x - width, y), (x, y - 1.4 - 2 * depth), (x + width, y), (x, y + 1.4 + 2 * depth)],
            DEEP if row % 3 else FOAM,
            110 if row % 3 else 90,
        )
    canvas.box(0, line - 1.5, WIDTH, line + 1.5, FOAM, 200)
    for x, y, size in ((300, 872, 1.0), (1640, 905, 1.5), (480, 1010, 1.9), (1360, 1090, 1.3)):
        canvas.polygon(
            [
                (x - 92 * size, y),
                (x - 50 * size, y - 24 * size),
                (x + 20 * size, y - 30 * size),
                (x + 88 * size, y),
            ],
            PAPER,
        )
        canvas.polygon([(x + 20 * size, y - 30 * size), (x + 88 * size, y), (x - 6 * size, y)], MIST)
        canvas.polygon(
            [
                (x - 80 * size, y + 3),
                (x + 78 * size, y + 3),
                (x + 20 * size, y + 20 * size),
                (x - 40 * size, y + 16 * size),
            ],
            STEEL,
            120,
        )
    _boat(canvas, (330, 800))
    return canvas


def _boat(canvas: Canvas, keel: Point) -> None:
    """A small rescue boat that gives the ice its size."""
    x, y = keel
    canvas.polygon([(x - 62, y + 4), (x + 62, y + 4), (x + 30, y + 30), (x - 34, y + 30)], INK, 60)
    canvas.polygon([(x - 56, y - 18), (x + 70, y - 24), (x + 48, y + 4), (x - 46, y + 4)], SIGNAL)
    canvas.polygon([(x - 56, y - 18), (x + 70, y - 24), (x + 66, y - 17), (x - 54, y - 11)], PAPER)
    canvas.polygon([(x - 30, y - 18), (x - 26, y - 46), (x + 22, y - 46), (x + 32, y - 21)], PAPER)
    canvas.box(x - 18, y - 40, x + 16, y - 30, NAVY)
    canvas.line([(x - 6, y - 46), (x - 6, y - 74)], NAVY, 3)


def harbour() -> Canvas:
    """Cranes and containers along a quay, against a large pale sun."""
    canvas = Canvas(SAND)
    canvas.shade([(0, mix(MIST, STEEL, 0.35)), (0.55, mix(SAND, MIST, 0.3)), (1, PAPER)], bottom=980)
    canvas.disc((1110, 600), 372, mix(PAPER, SAND, 0.2))
    canvas.disc((1110, 600), 296, PAPER)
    for y, left, right in ((300.0, 120, 760), (390, 1380, 1900), (230, 980, 1500), (480, -60, 420)):
        canvas.polygon(
            cloud(y, left, right),
            PAPER,
            150,
        )
    for x, scale, tone in (
        (1640.0, 0.62, mix(MIST, STEEL, 0.5)),
        (300.0, 0.7, mix(MIST, STEEL, 0.55)),
        (960.0, 0.64, mix(MIST, STEEL, 0.45)),
    ):
        _crane(canvas, x, 930, scale, tone, tone)
    canvas.shade([(0, mix(STEEL, MIST, 0.3)), (0.2, BLUE), (1, NAVY)], top=1010)
    random = Random("harbour")  # noqa: S311
    tones = (NAVY, DEEP, BLUE, STEEL, MIST, FOAM, PAPER, SIGNAL)
    for stack in range(16):
        left = 40 + stack * 116
        for layer in range(random.choice((1, 2, 2, 3, 3, 4))):
            _container(canvas, left, 960 - layer * 52, random.choice(tones))
    for x, scale in ((560.0, 1.0), (1330.0, 1.08)):
        _crane(canvas, x, 962, scale, NAVY, SIGNAL)
    canvas.box(0, 960, WIDTH, 1012, mix(NAVY, STEEL, 0.22))
    canvas.box(0, 960, WIDTH, 966, mix(SAND, STEEL, 0.3))
    for bollard in range(14):
        x = 70.0 + bollard * 138
        canvas.box(x, 944, x + 20, 962, INK)
        canvas.box(x - 4, 940, x + 24, 947, INK)
        canvas.box(x - 12, 974, x + 30, 1030, mix(INK, NAVY, 0.5))
    for _ in range(70):
        depth = random.random()
        x, y, width = random.uniform(0, WIDTH), 1022.0 + 250 * depth, random.uniform(50, 210) * (0.5 + depth)
        canvas.polygon(
            [(x - width, y), (x, y - 1.4 - 2.4 * depth), (x + width, y), (x, y + 1.4 + 2.4 * depth)], MIST, 80
        )
    for row in range(12):
        y, width = 1026 + row * 20, random.uniform(130, 300)
        x = 1110 + random.uniform(-40, 40)
        canvas.polygon([(x - width, y), (x, y - 3.6), (x + width, y), (x, y + 3.6)], PAPER, 150 - row * 8)
    return canvas


def _container(canvas: Canvas, left: float, bottom: float, tone: Colour) -> None:
    canvas.box(left, bottom - 50, left + 112, bottom, tone)
    canvas.box(left, bottom - 50, left + 112, bottom - 46, mix(tone, PAPER, 0.25))
    canvas.box(left, bottom - 4, left + 112, bottom, mix(tone, INK, 0.35))
    for rib in range(9):
        x = left + 8 + rib * 11.6
        canvas.box(x, bottom - 44, x + 4, bottom - 6, mix(tone, INK, 0.2), 150)


def _crane(canvas: Canvas, x: float, foot: float, scale: float, tone: Colour, accent: Colour) -> None:
    """A ship-to-shore crane, its boom over the water to the right."""

    def at(dx: float, dy: float) -> Point:
        return x + dx * scale, foot + dy * scale

    def beam(points: tuple[tuple[float, float], ...], width: float, colour: Colour = tone) -> None:
        canvas.line([at(*point) for point in points], colour, width * scale)

    for leg in (-96, 86):
        beam(((leg, 0), (leg * 0.86, -470)), 20)
    beam(((-94, -170), (84, -170)), 15)
    for first, second in (
        ((-94, -170), (76, -440)),
        ((84, -170), (-84, -440)),
        ((-96, -10), (84, -170)),
        ((86, -10), (-94, -170)),
    ):
        beam((first, second), 5)
    beam(((-220, -468), (520, -468)), 20)
    beam(((-220, -440), (400, -440)), 5)
    for post in range(12):
        beam(((-200 + post * 54, -440), (-173 + post * 54, -468), (-146 + post * 54, -440)), 4)
    beam(((-60, -470), (10, -700), (74, -470)), 14)
    beam(((10, -696), (500, -478)), 5)
    beam(((10, -696), (280, -474)), 5)
    beam(((10, -696), (-214, -476)), 6)
    canvas.polygon([at(-220, -480), at(-140, -480), at(-140, -540), at(-220, -540)], accent)
    canvas.polygon([at(250, -440), at(300, -440), at(292, -396), at(258, -396)], accent)
    for cable in (262, 288):
        beam(((cable, -396), (cable, -210)), 2.6)
    canvas.polygon([at(214, -210), at(336, -210), at(336, -158), at(214, -158)], mix(accent, PAPER, 0.18))
    for wheel in (-116, -76, 66, 106):
        canvas.disc(at(wheel, -4), 12 * scale, tone)
