"""Motifs of the house: the Council chamber, the press room, a signed text."""

import math
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
    mix,
)


def council_hall() -> Canvas:
    """Arcs of seats seen from above, facing a round table."""
    canvas = Canvas(NAVY)
    centre = (960.0, 700.0)
    for step in range(9, -1, -1):
        canvas.disc(centre, 330 + step * 118, mix(mix(NAVY, DEEP, 0.75), INK, step / 9))
    canvas.glow(centre, 760, STEEL, 0.5)
    for row in range(6):
        inner = 356 + row * 96
        tone = mix(PAPER, BLUE, row / 6.4)
        for sector in range(5):
            start = 150 + sector * 48 + 2.2
            seats = 6 + row
            width = (48 - 4.4) / seats
            for seat in range(seats):
                left = start + seat * width + 0.5
                special = (row, sector, seat) == (1, 3, 2)
                colour = SIGNAL if special else mix(tone, INK, 0.07 * ((seat + row) % 2))
                canvas.ring(centre, inner + 5, inner + 54, left, left + width - 1.0, INK, 90)
                canvas.ring(centre, inner, inner + 47, left, left + width - 1.0, colour)
                canvas.ring(centre, inner + 36, inner + 47, left, left + width - 1.0, mix(colour, INK, 0.3))
                if special:
                    canvas.glow(around(centre, inner + 24, left + width / 2), 90, SIGNAL, 0.55)
                    canvas.ring(centre, inner, inner + 47, left, left + width - 1.0, colour)
        canvas.ring(centre, inner + 66, inner + 68.5, 151, 389, MIST, 60)
    canvas.disc((968, 714), 262, INK, 120)
    canvas.disc(centre, 256, mix(SAND, PAPER, 0.5))
    canvas.disc(centre, 256, None, outline=mix(SAND, STEEL, 0.5), width=3)
    canvas.disc(centre, 168, mix(DEEP, STEEL, 0.2))
    canvas.disc(centre, 168, None, outline=mix(SAND, STEEL, 0.45), width=4)
    for seat in range(14):
        angle = seat * 360 / 14 - 90
        canvas.ring(centre, 268, 302, angle - 8, angle + 8, mix(PAPER, STEEL, 0.2))
        canvas.ring(centre, 292, 302, angle - 8, angle + 8, STEEL)
        canvas.ring(centre, 214, 238, angle - 3.6, angle + 3.6, PAPER)
        canvas.ring(centre, 214, 238, angle + 4.4, angle + 6, SIGNAL)
    emblem(canvas, centre, 118, PAPER, STEEL)
    return canvas


def emblem(
    canvas: Canvas, centre: Point, radius: float, light: Colour, dark: Colour, turn: float = -90
) -> None:
    """The emblem of the Alliance: five capes that point to one sea."""
    canvas.disc(centre, radius, None, outline=light, width=max(radius * 0.045, 1.4))
    for ray in range(5):
        angle = turn + ray * 72
        tip, base = around(centre, radius * 0.14, angle), around(centre, radius * 0.86, angle)
        for side, colour in ((-1, light), (1, dark)):
            canvas.polygon([tip, around(centre, radius * 0.8, angle + side * 25), base], colour)


def press_room() -> Canvas:
    """A lectern in a cone of light before rows of listeners."""
    canvas = Canvas(NAVY)
    canvas.shade([(0, INK), (0.7, NAVY), (1, DEEP)], bottom=900)
    for panel in range(13):
        left = -20 + panel * 152
        shade = mix(NAVY, BLUE, 0.30 + 0.34 * math.exp(-(((panel - 6) / 3.1) ** 2)))
        canvas.shaded(
            [(left, 90), (left + 138, 90), (left + 138, 800), (left, 800)],
            [(0, mix(shade, INK, 0.55)), (0.6, shade), (1, mix(shade, INK, 0.3))],
        )
    canvas.shade([(0, mix(BLUE, STEEL, 0.3)), (0.5, DEEP), (1, INK)], top=800)
    for spread, alpha in ((640, 20), (500, 24), (350, 30)):
        canvas.polygon([(925, -20), (995, -20), (960 + spread, 850), (960 - spread, 850)], PAPER, alpha)
    canvas.glow((960, 850), 620, PAPER, 0.6, squash=0.24)
    canvas.glow((960, 470), 480, FOAM, 0.2)
    emblem(canvas, (960, 262), 104, PAPER, MIST)
    # The speaker, then the lectern before her.
    canvas.disc((960, 474), 49, mix(INK, NAVY, 0.4))
    canvas.polygon(
        [(900, 546), (930, 528), (990, 528), (1020, 546), (1044, 680), (876, 680)], mix(INK, NAVY, 0.4)
    )
    canvas.polygon([(944, 528), (976, 528), (960, 574)], PAPER)
    canvas.polygon([(800, 628), (1120, 628), (1098, 668), (822, 668)], SAND)
    canvas.shaded(
        [(836, 668), (1084, 668), (1056, 872), (864, 872)], [(0, PAPER), (1, mix(SAND, STEEL, 0.35))]
    )
    canvas.box(820, 866, 1100, 886, mix(SAND, STEEL, 0.5))
    emblem(canvas, (960, 758), 50, NAVY, STEEL)
    for dx in (-42, 42):
        canvas.line([(960 + dx * 1.7, 630), (960 + dx * 1.1, 590), (960 + dx * 0.8, 566)], INK, 5)
        canvas.disc((960 + dx * 0.78, 562), 10, INK)
    random = Random("press")  # noqa: S311
    for row in range(4):
        size = 34 + row * 17
        y = 928 + row * 92
        plain = mix(mix(DEEP, BLUE, 0.35), INK, row / 3.3)
        count = 17 - row * 3
        for seat in range(-1, count + 1):
            x = (seat + 0.5 + 0.5 * (row % 2)) * WIDTH / count + random.uniform(-9, 9)
            lift = random.uniform(-9, 9)
            tone = mix(SIGNAL, INK, 0.12) if (row, seat) == (1, 3) else plain
            rim = mix(tone, MIST, 0.34 - row * 0.05)
            shoulder = [
                around((x, y + size * 1.5 + lift), size * 1.28, angle) for angle in range(180, 361, 6)
            ]
            canvas.polygon([(px, py - 3) for px, py in shoulder], rim)
            canvas.disc((x, y - 3 + lift), size * 0.66, rim)
            canvas.polygon([*shoulder, (x + size * 1.28, HEIGHT + 10), (x - size * 1.28, HEIGHT + 10)], tone)
            canvas.disc((x, y + lift), size * 0.66, tone)
    return canvas


def signature() -> Canvas:
    """Two sheets with identical lines, joined by a ribbon and one seal."""
    canvas = Canvas(NAVY)
    canvas.shade([(0, DEEP), (1, NAVY)])
    for step in range(26):
        y = step * 54 - 40
        canvas.line([(0, y), (WIDTH, y + 60)], BLUE, 1.4, 70)
    for middle, turn in ((640.0, -3.2), (1290.0, 3.2)):
        _sheet(canvas, (middle, 620), turn)
    ribbon = mix(STEEL, NAVY, 0.25)
    canvas.polygon(
        [(x, y + 10) for x, y in ((500, 898), (965, 866), (1430, 898), (1430, 924), (965, 892), (500, 924))],
        INK,
        46,
    )
    canvas.polygon([(500, 898), (965, 866), (1430, 898), (1430, 924), (965, 892), (500, 924)], ribbon)
    canvas.polygon([(500, 906), (965, 874), (1430, 906), (1430, 909), (965, 877), (500, 909)], MIST, 130)
    for x in (500, 1430):
        canvas.box(x - 3, 892, x + 3, 930, mix(SAND, INK, 0.55))
    for tail in (-1, 1):
        canvas.polygon(
            [
                (965, 880),
                (965 + tail * 60, 880),
                (965 + tail * 128, 1176),
                (965 + tail * 92, 1150),
                (965 + tail * 48, 1186),
            ],
            mix(STEEL, NAVY, 0.28 + 0.12 * tail),
        )
    seal = (965.0, 884.0)
    canvas.shadow([around((seal[0] + 10, seal[1] + 18), 126, angle) for angle in range(0, 360, 6)], 22, 170)
    rim = [
        around(seal, 118 + 7 * math.sin(angle * 5 / 57.3) + 3 * math.sin(angle * 11 / 57.3), angle)
        for angle in range(0, 360, 3)
    ]
    canvas.polygon(rim, mix(SIGNAL, INK, 0.12))
    canvas.disc(seal, 104, SIGNAL)
    canvas.disc(seal, 104, None, 120, outline=mix(SIGNAL, PAPER, 0.5), width=2.4)
    canvas.disc(seal, 92, None, 150, outline=mix(SIGNAL, INK, 0.4), width=3)
    emblem(canvas, seal, 76, mix(SIGNAL, PAPER, 0.45), mix(SIGNAL, INK, 0.3))
    return canvas


def _sheet(canvas: Canvas, centre: Point, turn: float) -> None:
    """One sheet of paper with a heading, lines of text and a signature, turned by some degrees."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(x: float, y: float) -> Point:
        return centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos

    def slab(left: float, top: float, right: float, bottom: float) -> list[Point]:
        return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)]

    canvas.shadow([(x + 14, y + 22) for x, y in slab(-300, -480, 300, 400)], 30, 170)
    canvas.shaded(slab(-300, -480, 300, 400), [(0, PAPER), (1, mix(PAPER, SAND, 0.55))])
    emblem(canvas, at(0, -404), 34, STEEL, NAVY, -90 + turn)
    canvas.polygon(slab(-150, -344, 150, -328), NAVY)
    canvas.polygon(slab(-92, -314, 92, -304), STEEL)
    random = Random("text")  # noqa: S311  # the same lines on both sheets: that is the point
    y = -262.0
    for paragraph in range(4):
        for row in range(3 + paragraph % 2):
            right = 232 if row < 2 + paragraph % 2 else random.uniform(-60, 160)
            x = -232.0
            while x < right:
                word = min(random.uniform(22, 74), right - x)
                canvas.polygon(slab(x, y, x + word, y + 6.5), mix(STEEL, NAVY, 0.2), 190)
                x += word + 9
            y += 19
        y += 17
    flourish = [
        at(-200 + step * 1.5, 226 + 22 * math.sin(step / 7.2) * math.exp(-step / 150) - step * 0.06)
        for step in range(150)
    ]
    canvas.line(flourish, INK, 3.2)
    canvas.polygon(slab(-220, 258, 40, 260.5), STEEL, 160)
