"""The sheet that the illustrations are drawn on: one palette, plain shapes, a little grain."""

import math
from collections.abc import Iterable, Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1920, 1280  # pixels of the finished picture
FINE = 2  # drawn this many times larger, then reduced: that is what smooths the edges

Colour = tuple[int, int, int]
Point = tuple[float, float]

INK: Colour = (7, 17, 36)
NAVY: Colour = (12, 29, 56)
DEEP: Colour = (20, 50, 88)
BLUE: Colour = (38, 82, 128)
STEEL: Colour = (84, 128, 166)
MIST: Colour = (150, 182, 203)
FOAM: Colour = (214, 226, 230)
PAPER: Colour = (246, 240, 228)
SAND: Colour = (231, 219, 197)
SIGNAL: Colour = (230, 80, 46)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour between two others; ``share`` 0 gives the first, 1 the second."""
    share = min(max(share, 0.0), 1.0)
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def around(centre: Point, radius: float, degrees: float, squash: float = 1.0) -> Point:
    """The point on a circle (an ellipse when ``squash`` is not 1), clockwise from three o'clock."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * squash * math.sin(angle)


class Canvas:
    """A picture in the making. Coordinates are pixels of the finished picture; alpha runs from 0 to 255."""

    def __init__(self, background: Colour, size: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
        self.image = Image.new("RGB", (size[0] * FINE, size[1] * FINE), background)
        self._draw = ImageDraw.Draw(self.image, "RGBA")

    def polygon(self, points: Iterable[Point], colour: Colour, alpha: int = 255) -> None:
        """A filled shape."""
        self._draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=(*colour, alpha))

    def line(self, points: Iterable[Point], colour: Colour, width: float, alpha: int = 255) -> None:
        """A line through ``points`` with round joints."""
        scaled = [(x * FINE, y * FINE) for x, y in points]
        self._draw.line(scaled, fill=(*colour, alpha), width=max(1, round(width * FINE)), joint="curve")

    def disc(
        self,
        centre: Point,
        radius: float,
        colour: Colour | None,
        alpha: int = 255,
        *,
        squash: float = 1.0,
        outline: Colour | None = None,
        width: float = 0,
    ) -> None:
        """A circle, filled, outlined or both."""
        x, y, down = centre[0] * FINE, centre[1] * FINE, radius * squash * FINE
        across = radius * FINE
        self._draw.ellipse(
            (x - across, y - down, x + across, y + down),
            fill=(*colour, alpha) if colour else None,
            outline=(*outline, alpha) if outline else None,
            width=round(width * FINE),
        )

    def pie(
        self, centre: Point, radius: float, start: float, end: float, colour: Colour, alpha: int = 255
    ) -> None:
        """A slice of a disc between two angles in degrees, clockwise from three o'clock."""
        x, y, r = centre[0] * FINE, centre[1] * FINE, radius * FINE
        self._draw.pieslice((x - r, y - r, x + r, y + r), start, end, fill=(*colour, alpha))

    def box(
        self, left: float, top: float, right: float, bottom: float, colour: Colour, alpha: int = 255
    ) -> None:
        """A filled rectangle."""
        self._draw.rectangle(
            (left * FINE, top * FINE, right * FINE - 1, bottom * FINE - 1), fill=(*colour, alpha)
        )

    def ring(
        self,
        centre: Point,
        inner: float,
        outer: float,
        start: float,
        end: float,
        colour: Colour,
        alpha: int = 255,
    ) -> None:
        """A part of a ring between two angles in degrees."""
        steps = max(3, round(abs(end - start) / 1.5))
        angles = [start + (end - start) * step / steps for step in range(steps + 1)]
        edge = [around(centre, outer, angle) for angle in angles]
        edge += [around(centre, inner, angle) for angle in reversed(angles)]
        self.polygon(edge, colour, alpha)

    def shade(self, stops: Sequence[tuple[float, Colour]], top: float = 0, bottom: float = HEIGHT) -> None:
        """A vertical gradient over the full width; ``stops`` run from 0 at ``top`` to 1 at ``bottom``."""
        column = gradient_column(stops, round((bottom - top) * FINE))
        self.image.paste(column.resize((WIDTH * FINE, column.height)), (0, round(top * FINE)))

    def shaded(
        self, points: Iterable[Point], stops: Sequence[tuple[float, Colour]], alpha: int = 255
    ) -> None:
        """A shape filled with a vertical gradient from its highest to its lowest point."""
        scaled = [(x * FINE, y * FINE) for x, y in points]
        left, top = (math.floor(min(point[axis] for point in scaled)) for axis in (0, 1))
        right, bottom = (math.ceil(max(point[axis] for point in scaled)) + 1 for axis in (0, 1))
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in scaled], fill=alpha)
        column = gradient_column(stops, bottom - top).resize(mask.size)
        self.image.paste(column, (left, top), mask)

    def glow(
        self, centre: Point, radius: float, colour: Colour, strength: float, *, squash: float = 1.0
    ) -> None:
        """Light that fades from ``strength`` (0 to 1) at the centre to nothing at ``radius``."""
        size = round(2 * radius * FINE), round(2 * radius * squash * FINE)
        edge = 181  # what Pillow's radial gradient has reached in the middle of its sides
        mask = Image.radial_gradient("L").point(
            lambda v: round(255 * strength * max(0.0, 1 - v / edge) ** 1.7)
        )
        mask = mask.resize(size, Image.Resampling.BILINEAR)
        corner = round((centre[0] - radius) * FINE), round((centre[1] - radius * squash) * FINE)
        self.image.paste(colour, (*corner, corner[0] + size[0], corner[1] + size[1]), mask)

    def shadow(self, points: Iterable[Point], blur: float, alpha: int, colour: Colour = INK) -> None:
        """A soft shadow of a shape; ``blur`` in pixels."""
        coarse = 4  # a shadow has no detail: it is made at a quarter of the size
        mask = Image.new("L", (WIDTH // coarse, HEIGHT // coarse), 0)
        ImageDraw.Draw(mask).polygon([(x / coarse, y / coarse) for x, y in points], fill=alpha)
        mask = mask.filter(ImageFilter.GaussianBlur(blur / coarse)).resize(
            self.image.size, Image.Resampling.BILINEAR
        )
        self.image.paste(colour, (0, 0, *self.image.size), mask)

    def finish(self, seed: str) -> bytes:
        """The picture as a JPEG file, with fine grain against banding."""
        small = self.image.reduce(FINE)
        tile = Image.frombytes("L", (480, 320), Random(seed).randbytes(480 * 320))  # noqa: S311  # grain, no secret
        tile = tile.point(lambda v: 128 + round((v - 127.5) / 127.5 * GRAIN))
        grain = Image.new("L", small.size)
        for left in range(0, WIDTH, tile.width):
            for top in range(0, HEIGHT, tile.height):
                grain.paste(tile, (left, top))
        small = ImageChops.add(small, Image.merge("RGB", (grain, grain, grain)), 1, -128)
        file = BytesIO()
        small.save(file, "JPEG", quality=83, optimize=True, subsampling="4:4:4")
        return file.getvalue()


GRAIN = 2.4  # greatest change of a pixel's value, of 255


def gradient_column(stops: Sequence[tuple[float, Colour]], height: int) -> Image.Image:
    """A gradient one pixel wide."""
    column = Image.new("RGB", (1, max(height, 1)))
    pixels: list[Colour] = []
    for row in range(max(height, 1)):
        share = row / max(height - 1, 1)
        below = next((i for i, stop in enumerate(stops) if stop[0] >= share), len(stops) - 1)
        (start, first), (end, second) = stops[max(below - 1, 0)], stops[below]
        pixels.append(mix(first, second, (share - start) / (end - start) if end > start else 1.0))
    column.putdata(pixels)
    return column


def smooth(points: Sequence[Point], steps: int = 24) -> list[Point]:
    """A curve through ``points`` (Catmull and Rom's)."""
    ends = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append(
                tuple(  # type: ignore[arg-type]  # two coordinates in, two out
                    0.5
                    * (
                        2 * q
                        + (r - p) * t
                        + (2 * p - 5 * q + 4 * r - s) * t * t
                        + (3 * q - p - 3 * r + s) * t**3
                    )
                    for p, q, r, s in zip(a, b, c, d, strict=True)
                )
            )
    return [*curve, points[-1]]


def hull_wave(y: float, height: float, length: float, phase: float) -> list[Point]:
    """A wavy line across the picture, from the left edge to the right."""
    return [
        (
            x,
            y
            + height * math.sin((x / length + phase) * math.tau)
            + 0.4 * height * math.sin((x / length * 2.3 + phase) * math.tau),
        )
        for x in range(-20, WIDTH + 41, 20)
    ]


def cloud(y: float, left: float, right: float) -> list[Point]:
    """A thin band of cloud."""
    corners = (
        (0.0, 0),
        (160.0, -12),
        (right - left - 130, -9),
        (right - left, 0),
        (right - left - 150, 8),
        (80.0, 8),
    )
    band = [(left + dx, y + dy) for dx, dy in corners]
    return smooth([*band, band[0]])
