"""The frames of the short films: moving geometry."""

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
    Point,
    around,
    mix,
)
from home.demo.pictures.halls import emblem

WIDE, HIGH = 640, 360  # pixels


MIDDLE: Point = (320.0, 180.0)


def wave(y: float, height: float, length: float, shift: float) -> list[Point]:
    """A line of waves with the water under it."""
    line = [(x, y + height * math.sin((x + shift) / length * math.tau)) for x in range(-8, WIDE + 9, 8)]
    return [*line, (WIDE + 8, HIGH), (-8, HIGH)]


def sonar(t: float) -> Canvas:
    """Rings spread over the seabed; after six seconds a contact is located."""
    canvas = Canvas(NAVY, (WIDE, HIGH))
    canvas.polygon([(0, 300), (180, 276), (360, 310), (520, 282), (640, 300), (640, 360), (0, 360)], INK)
    canvas.line([(0, 312), (180, 290), (360, 322), (520, 296), (640, 312)], SIGNAL, 4)
    for ring in range(5):
        radius = ((t * 46 + ring * 92) % 460) + 4
        canvas.disc((190, 288), radius, None, round(150 * (1 - radius / 470)), outline=MIST, width=2)
    canvas.disc((190, 288), 7, PAPER)
    if t > 6:
        canvas.disc((470, 150), 9, SIGNAL)
        for ring in range(2):
            radius = ((t * 20 + ring * 22) % 44) + 8
            canvas.disc((470, 150), radius, None, round(200 * (1 - radius / 54)), outline=SIGNAL, width=2)
        canvas.line([(470, 150), (470, 150 + min(1, (t - 6) / 3) * 138)], FOAM, 2)
    return canvas


def cable(t: float) -> Canvas:
    """Pulses of light along a cable on a slope."""
    canvas = Canvas(BLUE, (WIDE, HIGH))
    for row, tone in enumerate((mix(BLUE, STEEL, 0.5), BLUE, DEEP, NAVY)):
        canvas.polygon(wave(10 + row * 62, 7, 300, t * (10 - row * 2) + row * 90), tone)
    route = [(x, 258 + 34 * math.sin(x / 150) - x * 0.03) for x in range(-8, 649, 8)]
    canvas.polygon([*[(x, y + 8) for x, y in route], (648, 360), (-8, 360)], INK)
    canvas.line(route, SIGNAL, 5)
    for pulse in range(3):
        back = 12 <= t < 16
        place = ((t * 16 + pulse * 27) % 81) if not back else 80 - ((t * 16 + pulse * 27) % 81)
        canvas.disc(route[int(place)], 7, PAPER)
    return canvas


def radar(t: float) -> Canvas:
    """A sweep over range rings; after eight seconds one contact is marked."""
    canvas = Canvas(INK, (WIDE, HIGH))
    angle = t * 54 % 360
    for step in range(12):
        canvas.pie(MIDDLE, 160, angle - 5 * (step + 1), angle - 5 * step, STEEL, round(110 * (1 - step / 12)))
    for ring in range(1, 5):
        canvas.disc(MIDDLE, ring * 40, None, 200, outline=BLUE, width=1.5)
    canvas.line([MIDDLE, around(MIDDLE, 160, angle)], PAPER, 2)
    for number, (radius, at) in enumerate(((60, 30), (120, 110), (95, 200), (140, 290), (70, 320))):
        fade = ((angle - at) % 360) / 360
        canvas.disc(
            around(MIDDLE, radius + t * 0.5, at),
            5,
            SIGNAL if number == 3 and t > 8 else FOAM,
            round(255 * (1 - 0.8 * fade)),
        )
    if t > 8:
        canvas.disc(around(MIDDLE, 140 + t * 0.5, 290), 14, None, outline=SIGNAL, width=2)
    return canvas


def ship(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A plain silhouette on the water."""
    for points, tone in (
        (((-60, -14), (66, -16), (52, 4), (-50, 4)), NAVY),
        (((-34, -14), (-30, -28), (24, -28), (34, -15)), NAVY),
        (((-12, -28), (-10, -42), (0, -42), (0, -28)), NAVY),
        (((8, -28), (8, -58), (10, -58), (10, -28)), NAVY),
        (((10, -58), (26, -54), (10, -49)), SIGNAL),
    ):
        canvas.polygon([(x + dx * size, y + dy * size) for dx, dy in points], tone)


def convoy(t: float) -> Canvas:
    """Three ships in line make for the open sea."""
    canvas = Canvas(FOAM, (WIDE, HIGH))
    canvas.disc((440, 150), 84, SAND)
    rows = (MIST, STEEL, BLUE, DEEP)
    for row, tone in enumerate(rows):
        if row < 3:
            ship(
                canvas,
                (40 + row * 165 + t * (9 - row * 2)) % 760 - 60,
                196 + row * 40 + 3 * math.sin(t * 2 + row),
                1.5 - 0.0 * row,
            )
        canvas.polygon(wave(198 + row * 42, 7 + row, 90 + row * 26, t * (14 + row * 8) + row * 40), tone)
    return canvas


def lifeline(t: float) -> Canvas:
    """A lifebuoy from above; rings spread, then the line is hauled in."""
    canvas = Canvas(DEEP, (WIDE, HIGH))
    haul = max(0.0, t - 15) * 34
    centre = (320 + haul, 180 - haul * 0.4)
    for ring in range(6):
        radius = ((t * 22 + ring * 62) % 372) + 60
        canvas.disc((320, 180), radius, None, round(120 * (1 - radius / 440)), outline=MIST, width=1.5)
    canvas.line([centre, (520 + haul * 0.3, 150), (660, 60)], PAPER, 4)
    canvas.disc(centre, 70, SIGNAL)
    for quarter in range(4):
        start = quarter * 90 + 25 + 8 * math.sin(t * 0.7)
        canvas.ring(centre, 36, 70, start, start + 40, PAPER)
    canvas.disc(centre, 36, mix(DEEP, STEEL, 0.4))
    return canvas


def patrol(t: float) -> Canvas:
    """Three aircraft fly a search pattern over banks of cloud."""
    canvas = Canvas(MIST, (WIDE, HIGH))
    for top, tone in ((0, BLUE), (60, STEEL), (120, MIST), (190, FOAM)):
        canvas.box(0, top, WIDE, HIGH, tone)
    canvas.disc((150, 236), 46, SIGNAL)
    for number, (dx, dy) in enumerate(((0, 0), (-64, 34), (-120, -8))):
        x = (t * 34 + 120) % 900 - 60 + dx
        y = 120 + dy + 14 * math.sin(t * 0.6 + number)
        canvas.polygon([(x - 12, y - 1), (x - 420, y + 5), (x - 420, y + 9), (x - 12, y + 1)], PAPER, 170)
        canvas.polygon([(x + 22, y), (x - 22, y - 7), (x - 14, y), (x - 22, y + 7)], PAPER)
        canvas.polygon([(x + 4, y), (x - 16, y + 24), (x - 6, y)], NAVY)
    for row, tone in enumerate((SAND, mix(MIST, SAND, 0.4), STEEL, BLUE)):
        for bank in range(13):
            canvas.disc(
                ((bank * 58 - t * (5 + row * 4)) % 754 - 50, 286 + row * 26 + 8 * math.sin(bank * 2.1)),
                40,
                tone,
            )
    return canvas


def pennants(t: float) -> Canvas:
    """Pennants in the wind; from the twelfth second, one of them close."""
    canvas = Canvas(FOAM, (WIDE, HIGH))
    canvas.box(0, 318, WIDE, HIGH, SAND)
    close = t >= 12
    tones = (
        (NAVY, SIGNAL),
        (STEEL, PAPER),
        (SIGNAL, NAVY),
        (BLUE, SAND),
        (PAPER, BLUE),
        (MIST, NAVY),
        (DEEP, SIGNAL),
    )
    for number in range(2 if close else 14):
        left, size = (70 + number * 300, 3.4) if close else (16 + number * 45, 1.0)
        ground, device = tones[number % 7]
        edge = [(left + 3, 44.0)]
        outline = []
        for down in range(11):
            bend = math.sin(down * 0.55 + number + t * 2.6) * down * 0.42 * size
            outline.append((left + 3 + bend, 44 + down * 19.0))
        right = [(x + 34 * size, y) for x, y in outline]
        canvas.polygon([*edge, *outline, *reversed(right)], ground)
        canvas.polygon([*outline[3:6], *reversed(right[3:6])], device)
        canvas.box(left - 2, 30, left + 2, 326, NAVY)
        canvas.disc((left, 28), 4, SIGNAL)
    return canvas


def hall(t: float) -> Canvas:
    """The chamber from above fills, then the word goes round the table."""
    canvas = Canvas(INK, (WIDE, HIGH))
    canvas.disc(MIDDLE, 300, NAVY)
    for row in range(4):
        for seat in range(16 + row * 4):
            start = 150 + seat * 240 / (16 + row * 4)
            taken = (seat * 7 + row * 5) % 23 < t * 3
            canvas.ring(
                MIDDLE,
                92 + row * 26,
                108 + row * 26,
                start,
                start + 190 / (16 + row * 4),
                mix(PAPER, STEEL, row / 5) if taken else DEEP,
            )
    canvas.disc(MIDDLE, 70, SAND)
    canvas.disc(MIDDLE, 46, DEEP)
    for seat in range(14):
        speaking = t > 8 and int(t - 8) % 14 == seat
        canvas.disc(around(MIDDLE, 80, seat * 360 / 14 - 90), 6, SIGNAL if speaking else PAPER)
    emblem(canvas, MIDDLE, 32, PAPER, STEEL, -90 + t * 4)
    return canvas


def capes(t: float) -> Canvas:
    """Five headlands before sunrise; from the tenth second the sun rises."""
    rise = min(1.0, max(0.0, (t - 10) / 9))
    canvas = Canvas(mix(NAVY, MIST, rise), (WIDE, HIGH))
    canvas.box(0, 120, WIDE, HIGH, mix(DEEP, SAND, rise))
    sun = (330, 236 - 60 * rise)
    if rise:
        for ray in range(5):
            middle = -90 + (ray - 2) * 31
            canvas.polygon(
                [sun, around(sun, 700, middle - 7), around(sun, 700, middle + 7)], PAPER, round(70 * rise)
            )
        canvas.disc(sun, 44, SIGNAL)
    canvas.box(0, 216, WIDE, HIGH, mix(INK, STEEL, rise))
    for side, reach, height, base, tone in (
        (1, 230, 46, 222, STEEL),
        (-1, 262, 74, 234, BLUE),
        (1, 200, 104, 252, DEEP),
        (-1, 190, 136, 280, NAVY),
        (1, 140, 180, 326, INK),
    ):
        edge = WIDE if side > 0 else 0
        cape = [
            (edge, base - height),
            (edge - side * reach * 0.4, base - height * 0.86),
            (edge - side * reach * 0.8, base - height * 0.5),
            (edge - side * reach, base),
            (edge, base),
        ]
        canvas.polygon(cape, mix(mix(tone, INK, 0.5), tone, rise))
        light = (edge - side * reach * 0.8, base - height * 0.5)
        if math.sin(t * 2.2 + reach) > 0.2:
            canvas.disc(light, 4, PAPER, 255 - round(120 * rise))
    for row in range(7):
        y = 240 + row * 17
        canvas.line(
            [(250 + 30 * math.sin(t + row), y), (400 + 30 * math.sin(t + row), y)],
            mix(FOAM, SIGNAL, 0.4 * rise),
            1.5,
            110,
        )
    return canvas


FILMS: dict[str, Callable[[float], Canvas]] = {
    "sonar": sonar,
    "cable": cable,
    "radar": radar,
    "convoy": convoy,
    "lifeline": lifeline,
    "patrol": patrol,
    "pennants": pennants,
    "hall": hall,
    "capes": capes,
}
