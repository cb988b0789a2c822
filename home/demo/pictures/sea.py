"""Motifs of the sea: capes, dawn, a cable, ships in line."""

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
    SAND,
    SIGNAL,
    STEEL,
    WIDTH,
    Canvas,
    Colour,
    Point,
    around,
    cloud,
    hull_wave,
    mix,
    smooth,
)


def capes() -> Canvas:
    """Five headlands in receding layers, under a sky lit by five rays."""
    canvas = Canvas(PAPER)
    horizon, sun = 730.0, (980.0, 730.0)
    canvas.shade([(0, STEEL), (0.45, MIST), (0.85, SAND), (1, PAPER)], bottom=horizon)
    for step in range(5):
        middle = -90 + (step - 2) * 31
        for spread, alpha in ((9.5, 34), (6.0, 40)):
            canvas.polygon(
                [sun, around(sun, 1900, middle - spread), around(sun, 1900, middle + spread)], PAPER, alpha
            )
    canvas.glow(sun, 620, PAPER, 0.75)
    canvas.pie(sun, 118, 180, 360, SIGNAL)
    canvas.shade([(0, FOAM), (0.12, MIST), (0.5, BLUE), (1, NAVY)], top=horizon)
    random = Random("capes")  # noqa: S311  # the same picture each time
    for row in range(46):
        depth = (row / 46) ** 1.7
        y = horizon + 6 + depth * 520
        width = random.uniform(60, 240) * (1 + 2 * depth)
        x = sun[0] + random.gauss(0, 70 + 560 * depth)
        tone = SIGNAL if abs(x - sun[0]) < 60 + 80 * depth and row % 2 else PAPER
        canvas.polygon(_sliver(x, y, width, 1.6 + 4 * depth), tone, 150 if tone == SIGNAL else 70)
    # side, how far it reaches, height, water line, colour: from far to near
    for side, reach, height, base, colour in (
        (1, 700, 150, 752, mix(MIST, STEEL, 0.45)),
        (-1, 790, 235, 790, STEEL),
        (1, 600, 320, 850, BLUE),
        (-1, 590, 420, 945, DEEP),
        (1, 430, 560, 1120, NAVY),
    ):
        _cape(canvas, side, reach, height, base, colour, random)
    return canvas


def _sliver(x: float, y: float, width: float, height: float) -> list[Point]:
    """A flat lens: a glint on water."""
    return [(x - width / 2, y), (x, y - height / 2), (x + width / 2, y), (x, y + height / 2)]


def _cape(
    canvas: Canvas, side: int, reach: float, height: float, base: float, colour: Colour, random: Random
) -> None:
    """A headland from the left (-1) or right (1) edge that ends in a cliff, with its light and its mirror image."""
    edge = WIDTH + 30 if side > 0 else -30
    profile: list[Point] = []
    steps = 16
    for step in range(steps + 1):
        along = step / steps
        fall = (1 - along**2.4) if along < 0.93 else (1 - along) * 3.1
        bump = random.uniform(-0.045, 0.045) * height
        profile.append(
            (edge - side * reach * along * 1.04, base - height * max(fall, 0.0) * 0.92 - bump * (1 - along))
        )
    tip = (edge - side * reach * 1.06, base)
    shape = [(edge, base), *profile, tip]
    canvas.shaded(shape, [(0, mix(colour, SAND, 0.16)), (0.55, colour), (1, mix(colour, INK, 0.25))])
    # The side that looks away from the light.
    shadow = [(x + side * 0.16 * (abs(x - tip[0])), y + 0.34 * (base - y)) for x, y in profile]
    canvas.polygon([(edge, base), *shadow, tip], mix(colour, INK, 0.45), 95)
    mirror = [(x, base + (base - y) * 0.32) for x, y in shape]
    canvas.polygon(mirror, mix(colour, INK, 0.2), 105)
    for row in range(5):
        y = base + 5 + row * (6 + height * 0.02)
        left = edge - side * reach * (0.9 - row * 0.12)
        canvas.polygon(_sliver(left, y, reach * 0.5, 3), FOAM, 60)


def dawn() -> Canvas:
    """A sun cut by the horizon, its reflection broken into bands."""
    canvas = Canvas(NAVY)
    horizon, sun = 690.0, (1190.0, 640.0)
    canvas.shade([(0, NAVY), (0.35, DEEP), (0.65, STEEL), (0.88, SAND), (1, PAPER)], bottom=horizon)
    canvas.glow(sun, 760, PAPER, 0.62)
    for number, (y, left, right) in enumerate(
        (
            (180, 90, 760),
            (238, 420, 1240),
            (318, 1180, 1860),
            (392, 60, 620),
            (452, 820, 1560),
            (520, 180, 700),
        )
    ):
        band = [
            (left, y),
            (left + 120, y - 11 - number),
            (right - 160, y - 9),
            (right, y),
            (right - 90, y + 7),
            (left + 60, y + 8),
        ]
        canvas.polygon(smooth([*band, band[0]]), mix(MIST, PAPER, number / 6), 64)
    canvas.disc(sun, 214, SIGNAL)
    for step in range(4):  # slits of cloud before the sun
        y = 560 + step * 33
        canvas.polygon(
            _sliver(1190 + (-1) ** step * 40, y, 620 - step * 40, 5 + step * 2.2),
            mix(SAND, SIGNAL, 0.25),
            235,
        )
    canvas.shade([(0, mix(SAND, STEEL, 0.5)), (0.1, STEEL), (0.45, DEEP), (1, INK)], top=horizon)
    random = Random("dawn")  # noqa: S311
    for row in range(30):
        depth = row / 29
        y = horizon + 9 + 560 * depth**1.45
        width = (400 - 250 * depth) * (0.72 + 0.5 * random.random())
        height = 5 + 17 * depth**1.1
        shift = random.uniform(-1, 1) * (10 + 44 * depth)
        canvas.polygon(
            smooth([*_sliver(1190 + shift, y, width, height), (1190 + shift - width / 2, y)], 8),
            SIGNAL,
            round(240 - 150 * depth),
        )
    for _ in range(120):
        depth = random.random() ** 1.3
        y = horizon + 4 + 580 * depth
        canvas.polygon(
            _sliver(random.uniform(0, WIDTH), y, random.uniform(60, 260) * (0.4 + depth), 1.4 + 3.4 * depth),
            MIST,
            70,
        )
    return canvas


def cable() -> Canvas:
    """Deepening water above a slope, along which a line runs."""
    canvas = Canvas(DEEP)
    canvas.shade([(0, PAPER), (0.8, FOAM), (1, MIST)], bottom=230)
    canvas.shade([(0, MIST), (0.1, STEEL), (0.38, BLUE), (0.7, DEEP), (1, NAVY)], top=215)
    for x, spread in ((250, 60), (560, 120), (980, 90), (1330, 150), (1700, 80)):
        canvas.polygon(
            [(x, 215), (x + spread, 215), (x + spread * 2.4 - 240, 1000), (x - spread - 300, 1000)], FOAM, 15
        )
    _ship(canvas, (1270, 214), 1.0, INK)
    for y, tone, alpha, phase in (
        (330, FOAM, 26, 0.1),
        (470, NAVY, 46, 0.35),
        (620, NAVY, 60, 0.6),
        (770, INK, 60, 0.85),
    ):
        canvas.polygon([*hull_wave(y, 16, 820, phase), (WIDTH, HEIGHT), (0, HEIGHT)], tone, alpha)
    ridges: tuple[tuple[tuple[Point, ...], Colour], ...] = (
        (
            (
                (-20, 760),
                (210, 800),
                (470, 905),
                (760, 930),
                (1090, 870),
                (1400, 950),
                (1680, 1010),
                (1940, 960),
            ),
            mix(DEEP, STEEL, 0.28),
        ),
        (
            ((-20, 850), (250, 905), (540, 1000), (860, 1035), (1190, 985), (1500, 1060), (1940, 1085)),
            mix(NAVY, BLUE, 0.4),
        ),
        (((-20, 1010), (340, 1045), (700, 1125), (1080, 1140), (1420, 1105), (1940, 1180)), NAVY),
    )
    for points, colour in ridges:
        edge = smooth(points)
        canvas.shaded(
            [*edge, (WIDTH + 20, HEIGHT), (-20, HEIGHT)],
            [(0, mix(colour, MIST, 0.2)), (0.3, colour), (1, INK)],
        )
        canvas.line(edge, mix(colour, FOAM, 0.35), 1.6, 150)
    route = smooth(
        [(-20, 880), (240, 936), (540, 1031), (860, 1066), (1190, 1016), (1500, 1090), (1940, 1116)]
    )
    canvas.line([(x, y + 9) for x, y in route], INK, 15, 110)
    canvas.line(route, SIGNAL, 11)
    canvas.line([(x, y - 3) for x, y in route], mix(SIGNAL, PAPER, 0.55), 2.2, 200)
    drone = (860.0, 800.0)
    for spread, alpha in ((150, 30), (96, 40), (46, 48)):
        canvas.polygon(
            [
                (drone[0] - 14, drone[1] + 20),
                (drone[0] + 14, drone[1] + 20),
                (drone[0] + spread, 1066),
                (drone[0] - spread, 1066),
            ],
            PAPER,
            alpha,
        )
    canvas.glow((860, 1060), 190, PAPER, 0.5, squash=0.3)
    canvas.line(route[60:110], SIGNAL, 11)
    canvas.line([(drone[0] + 6, drone[1] - 20), (1000, 540), (1215, 226)], PAPER, 1.8, 150)
    canvas.polygon([(824, 782), (896, 782), (906, 806), (890, 826), (830, 826), (814, 806)], PAPER)
    canvas.box(838, 792, 882, 808, NAVY)
    canvas.disc((860, 800), 6, SIGNAL)
    random = Random("cable")  # noqa: S311
    for _ in range(90):
        canvas.disc((random.uniform(0, WIDTH), random.uniform(330, 1000)), random.uniform(0.9, 2.6), FOAM, 90)
    return canvas


def _ship(canvas: Canvas, keel: Point, scale: float, colour: Colour, mast: Colour = SIGNAL) -> None:
    """A ship from the side, ``keel`` being the middle of its water line."""
    x, y = keel

    def at(points: tuple[Point, ...]) -> list[Point]:
        return [(x + scale * dx, y + scale * dy) for dx, dy in points]

    canvas.polygon(at(((-150, -34), (164, -40), (132, 0), (-128, 0))), colour)
    canvas.polygon(
        at(((-92, -36), (-86, -62), (-18, -64), (-12, -86), (46, -86), (58, -60), (86, -58), (94, -36))),
        colour,
    )
    canvas.polygon(at(((-44, -62), (-40, -96), (-20, -98), (-18, -62))), colour)
    canvas.line(at(((14, -84), (14, -142))), colour, 4.4 * scale)
    canvas.line(at(((-4, -122), (32, -122))), colour, 3 * scale)
    canvas.line(at(((120, -40), (124, -62))), colour, 3 * scale)
    canvas.polygon(at(((14, -142), (46, -134), (14, -126))), mast)
    for window in range(5):
        left = -4 + window * 10
        canvas.polygon(at(((left, -78), (left + 6, -78), (left + 6, -72), (left, -72))), PAPER, 200)


def convoy() -> Canvas:
    """Three ships in line over rows of stylised waves."""
    canvas = Canvas(PAPER)
    canvas.shade([(0, mix(MIST, FOAM, 0.3)), (0.6, FOAM), (1, PAPER)], bottom=760)
    canvas.disc((640, 470), 250, SAND)
    canvas.disc((640, 470), 206, mix(SAND, PAPER, 0.6))
    for y, left, right in ((250, 1050, 1700), (330, 1280, 1880), (420, 60, 560), (180, 160, 620)):
        canvas.polygon(
            cloud(y, left, right),
            PAPER,
            200,
        )
    tones = (mix(MIST, FOAM, 0.25), MIST, STEEL, BLUE, DEEP, NAVY, INK)
    ships = {1: ((1530.0, 0.92, BLUE),), 2: ((1010.0, 1.3, DEEP),), 3: ((420.0, 1.85, NAVY),)}
    level = 690.0
    canvas.box(0, 700, WIDTH, HEIGHT, STEEL)
    for row, tone in enumerate(tones):
        radius = 80 + row * 19
        for x, scale, colour in ships.get(row, ()):
            _ship(canvas, (x, level - radius * 0.26), scale, colour)
        offset = radius * (row % 2)
        count = int(WIDTH / (2 * radius)) + 3
        for number in range(-1, count):
            centre = (number * 2 * radius + offset, level + radius * 0.42)
            for ring in range(5):
                pale = mix(tone, MIST if row > 2 else PAPER, 0.42)
                canvas.disc(centre, radius * (1 - 0.2 * ring), tone if ring % 2 == 0 else pale)
        level += radius * 0.62
    return canvas
