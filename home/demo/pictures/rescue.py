"""Motif of rescue: a lifebuoy."""

import math
from random import Random

from home.demo.pictures.canvas import (
    BLUE,
    DEEP,
    FOAM,
    INK,
    NAVY,
    PAPER,
    SAND,
    SIGNAL,
    STEEL,
    Canvas,
    around,
    mix,
    smooth,
)


def lifeline() -> Canvas:
    """A lifebuoy seen from above on ringed water."""
    canvas = Canvas(DEEP)
    canvas.shade([(0, BLUE), (0.55, DEEP), (1, NAVY)])
    centre = (960.0, 640.0)
    for step in range(11, 0, -1):
        radius = 300.0 + step * 92
        tone = mix(mix(DEEP, STEEL, 0.55), NAVY, step / 11)
        canvas.disc(centre, radius, tone, 110, squash=0.94)
        canvas.disc(
            centre, radius, None, max(30, 170 - step * 13), squash=0.94, outline=FOAM, width=3.4 - step * 0.22
        )
    random = Random("lifeline")  # noqa: S311
    for _ in range(70):
        angle, radius = random.uniform(0, 360), random.uniform(360, 1150)
        canvas.ring(
            centre, radius, radius + random.uniform(2, 5), angle, angle + random.uniform(3, 12), FOAM, 80
        )
    line = smooth([(1136, 528), (1290, 500), (1370, 640), (1500, 690), (1640, 560), (1780, 470), (1960, 330)])
    canvas.line([(x + 8, y + 14) for x, y in line], INK, 12, 90)
    canvas.line(line, PAPER, 11)
    for index in range(0, len(line) - 1, 3):
        (x, y), (nx, ny) = line[index], line[index + 1]
        length = math.hypot(nx - x, ny - y) or 1
        dx, dy = (nx - x) / length, (ny - y) / length
        canvas.line(
            [(x - dy * 5 - dx * 4, y + dx * 5 - dy * 4), (x + dy * 5 + dx * 4, y - dx * 5 + dy * 4)], STEEL, 2
        )
    canvas.shadow(
        [around((centre[0] + 26, centre[1] + 42), 300, angle) for angle in range(0, 360, 4)], 34, 150
    )
    canvas.disc(centre, 292, SIGNAL)
    for quarter in range(4):
        canvas.ring(centre, 150, 292, quarter * 90 + 24, quarter * 90 + 66, PAPER)
    for step in range(18):  # light on the bulge of the ring
        canvas.disc(centre, 292 - step * 4, None, 11, outline=INK, width=5)
        canvas.disc(centre, 236 - step * 2, None, 9, outline=PAPER, width=7)
    canvas.disc(centre, 152, mix(DEEP, STEEL, 0.42))
    canvas.pie(centre, 152, 195, 330, INK, 60)
    canvas.disc((centre[0] + 8, centre[1] + 16), 140, mix(DEEP, STEEL, 0.5))
    canvas.disc(centre, 112, None, 120, outline=FOAM, width=2.4)
    canvas.disc(centre, 66, None, 90, outline=FOAM, width=2)
    for quarter in range(4):
        start = quarter * 90 + 45
        loop = [around(centre, 300 + 36 * math.sin(math.pi * t / 20), start + t * 4.5) for t in range(21)]
        canvas.line(loop, PAPER, 7)
        canvas.ring(centre, 148, 302, start - 3.4, start + 3.4, mix(SAND, STEEL, 0.2))
    return canvas
