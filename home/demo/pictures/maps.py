"""Motif of maps: contour lines."""

import math

from home.demo.pictures.canvas import (
    FOAM,
    HEIGHT,
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
    smooth,
)

COLUMNS, ROWS = 120, 80


def contours() -> Canvas:
    """Contour lines of an island on paper, with a dotted route."""
    canvas = Canvas(PAPER)
    canvas.shade([(0, mix(PAPER, FOAM, 0.4)), (1, mix(PAPER, FOAM, 0.75))])
    for x in range(0, WIDTH + 1, 160):
        canvas.line([(x, 0), (x, HEIGHT)], STEEL, 1.1, 60)
    for y in range(0, HEIGHT + 1, 160):
        canvas.line([(0, y), (WIDTH, y)], STEEL, 1.1, 60)
    heights = _heights()
    shallow = [mix(FOAM, MIST, share) for share in (0.25, 0.6)]
    land = [mix(PAPER, SAND, step / 5) for step in range(6)] + [
        mix(SAND, STEEL, step / 8) for step in range(1, 9)
    ]
    for number, tint in enumerate([*shallow, *land]):
        level = -0.16 + number * 0.08
        for loop in _loops(heights, level):
            canvas.polygon(loop, tint)
            coast = number == 2
            canvas.line(
                [*loop, loop[0]],
                NAVY if coast else mix(tint, NAVY, 0.55),
                4 if coast else 1.6,
                255 if coast else 170,
            )
    route = smooth([(150, 1160), (300, 1010), (480, 930), (560, 880), (680, 800), (760, 690), (850, 610)], 30)
    for index in range(0, len(route) - 1, 5):
        canvas.disc(route[index], 7.5, SIGNAL)
    for spot, size in ((route[0], 15), (route[-1], 22)):
        canvas.disc(spot, size + 11, PAPER)
        canvas.disc(spot, size, SIGNAL)
        canvas.disc(spot, size * 0.42, PAPER)
    for x, y in ((962, 452), (1196, 640), (716, 416), (884, 792)):
        canvas.polygon([(x, y - 17), (x + 15, y + 10), (x - 15, y + 10)], NAVY)
    rose = (1690.0, 1060.0)
    canvas.disc(rose, 104, None, 200, outline=STEEL, width=2)
    for ray in range(8):
        long = 96 if ray % 2 == 0 else 52
        for side, tone in ((-1, STEEL), (1, NAVY)):
            canvas.polygon(
                [rose, around(rose, 20, ray * 45 - 90 + side * 22), around(rose, long, ray * 45 - 90)],
                SIGNAL if ray == 0 and side == 1 else tone,
            )
    return canvas


def _heights() -> list[list[float]]:
    """A smooth island: hills and bays on a grid that covers the picture; the coast is at zero."""
    hills = (
        (0.50, 0.36, 0.12, 0.80),
        (0.62, 0.50, 0.13, 0.62),
        (0.37, 0.33, 0.11, 0.55),
        (0.46, 0.62, 0.10, 0.46),
        (0.73, 0.36, 0.08, 0.40),
        (0.71, 0.64, 0.08, 0.34),
        (0.30, 0.55, 0.07, -0.30),
        (0.57, 0.18, 0.06, -0.26),
        (0.55, 0.72, 0.05, -0.22),
        (0.15, 0.20, 0.05, 0.42),
        (0.90, 0.60, 0.045, 0.40),
        (0.20, 0.70, 0.03, 0.36),
        (0.52, 0.47, 0.22, 0.34),
    )
    rows = []
    for row in range(ROWS + 1):
        line = []
        for column in range(COLUMNS + 1):
            x, y = column / COLUMNS, row / ROWS
            value = -0.24 + 0.03 * math.sin(x * 21 + y * 8) + 0.028 * math.sin(y * 27 - x * 11)
            for hx, hy, spread, height in hills:
                value += height * math.exp(
                    -((x - hx) ** 2 * 1.8 + (y - hy) ** 2) / (2 * spread * spread) * 1.2
                )
            line.append(value)
        rows.append(line)
    for line in rows:  # nothing leaves the picture, so that every contour closes
        line[0] = line[-1] = -1.0
    rows[0] = rows[-1] = [-1.0] * (COLUMNS + 1)
    return rows


def _loops(heights: list[list[float]], level: float) -> list[list[Point]]:
    """The closed lines at one height, by marching squares."""
    follow: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    for row in range(ROWS):
        for column in range(COLUMNS):
            corners = (
                heights[row][column],
                heights[row][column + 1],
                heights[row + 1][column + 1],
                heights[row + 1][column],
            )
            case = sum(1 << bit for bit, value in enumerate(corners) if value > level)
            # The sides of the square: 0 top, 1 right, 2 bottom, 3 left, each known by its upper or left end.
            sides = ((column, row, 0), (column + 1, row, 1), (column, row + 1, 0), (column, row, 1))
            for start, end in CROSSINGS[case]:
                follow[sides[start]] = sides[end]
    loops = []
    while follow:
        side, after = follow.popitem()
        first, loop = side, [side]
        while after != first and after in follow:
            loop.append(after)
            after = follow.pop(after)
        loops.append([_crossing(heights, level, *place) for place in loop])
    return [loop for loop in loops if len(loop) > 5]


# For each pattern of corners above the level: from which side to which, the high ground on the same hand.
CROSSINGS: tuple[tuple[tuple[int, int], ...], ...] = (
    (),
    ((3, 0),),
    ((0, 1),),
    ((3, 1),),
    ((1, 2),),
    ((3, 0), (1, 2)),
    ((0, 2),),
    ((3, 2),),
    ((2, 3),),
    ((2, 0),),
    ((0, 1), (2, 3)),
    ((2, 1),),
    ((1, 3),),
    ((1, 0),),
    ((0, 3),),
    (),
)


def _crossing(heights: list[list[float]], level: float, column: int, row: int, down: int) -> Point:
    first = heights[row][column]
    second = heights[row + 1][column] if down else heights[row][column + 1]
    share = (level - first) / (second - first)
    x, y = (column, row + share) if down else (column + share, float(row))
    return x * WIDTH / COLUMNS, y * HEIGHT / ROWS
