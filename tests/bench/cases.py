"""What is asked, how, and the least share of the floor's throughput that it must reach (issue 4, Shows 4).

A case makes its request number n. "First" cases never make the same request twice in a run, so that no kept answer
serves; "again" cases ask for the same few, which each worker has answered before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.bench.sample import Sample
from tests.bench.server import Server

API, STOCK = "/api/v2/pages/", "/bench/stock/pages/"
RELEASE = "news.NewsReleasePage"
LANGUAGES = ("en", "fr")
KINDS = ("press_release", "statement", "article", "media_advisory", "speech")
TAGS = ("NAV", "SAR", "ICE", "CYB", "MET", "FIN", "ENV", "AIR", "SAT", "TRG", "PRT", "FSH")
COMMON = {"en": ("ships", "agreement", "harbour", "winter"), "fr": ("navires", "accord", "alerte", "hiver")}


class Missing(Exception):
    """The product has not what a case asks for."""


@dataclass(frozen=True, slots=True)
class Case:
    """``requests`` makes, for a server and its sample, the function from n to the bytes of request number n.

    ``least``: the required share of the floor, None where it is only reported. ``stock``: the case to compare with.
    ``pages``: the case must not slow down from 1,000 to 50,000 releases.
    """

    name: str
    requests: Callable[[Server, Sample], Callable[[int], bytes]]
    least: float | None = None
    group: str = "first"
    status: int = 200
    stock: str = ""
    level: bool = False


def request(path: str, *, body: str | None = None, **headers: str) -> bytes:
    """The bytes of a request."""
    content = body.encode() if body is not None else b""
    lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close"]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + content


def address(root: str = API, **parameters: object) -> str:
    """An address of the list of releases."""
    return f"{root}?{urlencode({'type': RELEASE, **parameters})}"


def language(n: int) -> str:
    """Both in turn."""
    return LANGUAGES[n % 2]


def simple(make: Callable[[Sample, int], str]) -> Callable[[Server, Sample], Callable[[int], bytes]]:
    """Requests whose address depends on the sample and n alone."""
    return lambda _server, sample: lambda n: request(make(sample, n))


def moment(n: int) -> str:
    """A moment after all releases, another for each n: it leaves nothing out, and no count is known for it."""
    return f"2030-01-01T{n // 3600 % 24:02d}:{n // 60 % 60:02d}:{n % 60:02d}.{n // 86400:06d}Z"


def day(n: int) -> str:
    """A day between 2006 and 2015."""
    return f"{2006 + n // 336 % 10}-{1 + n // 28 % 12:02d}-{1 + n % 28:02d}"


def filtered(sample: Sample, n: int) -> dict[str, object]:
    """A topic, a kind, a tag, or two of them, and a first day."""
    ways: tuple[dict[str, object], ...] = (
        {"topic": sample.topics[n // 4 % len(sample.topics)]},
        {"kind": KINDS[n // 4 % len(KINDS)]},
        {"tag": TAGS[n // 4 % len(TAGS)]},
        {"topic": sample.topics[n // 4 % len(sample.topics)], "kind": KINDS[n // 48 % len(KINDS)]},
    )
    return ways[n % 4] | {"locale": language(n // 2), "date_from": day(n), "limit": 20}


def searched(sample: Sample, n: int) -> dict[str, object]:
    """The name of a village, alone and then with a word that every second release has."""
    code, turn = language(n), n // len(sample.villages)
    village = sample.villages[n % len(sample.villages)]
    text = village if turn == 0 else f"{village} {COMMON[code][turn % 4]}"
    return {"search": text, "locale": code if turn < 5 else language(n + 1), "limit": 20}


def last_page(sample: Sample, n: int) -> int:
    """The offset of page 500 of 20 (or the last but one where there are fewer), moved a little by n."""
    return max(0, min(9_980, sample.releases - 20) - n % 300)


def cursors(server: Server, sample: Sample) -> Callable[[int], bytes]:
    """Page 500 by cursor: the cursors are those that the pages before it gave."""
    found = []
    for n in range(40):
        window = address(locale=language(n), limit=20, offset=max(0, last_page(sample, n * 7) - 20))
        meta = json_of(server, window)["meta"]
        if not meta.get("next_cursor"):
            raise Missing("meta has no next_cursor")
        found.append((language(n), meta["next_cursor"]))
    return lambda n: request(address(locale=found[n % 40][0], limit=20, cursor=found[n % 40][1]))


def unchanged(path: Callable[[Sample, int], str]) -> Callable[[Server, Sample], Callable[[int], bytes]]:
    """Asked with the ETag of the answer before."""

    def prepare(server: Server, sample: Sample) -> Callable[[int], bytes]:
        paths = [path(sample, n) for n in range(20)]
        tags = [server.get(one)[1]["etag"] for one in paths]
        return lambda n: request(paths[n % 20], If_None_Match=tags[n % 20])

    return prepare


def json_of(server: Server, path: str) -> dict[str, dict[str, str]]:
    """The answer of an address. Raises Missing when it is none."""
    import json

    status, _headers, content = server.get(path)
    if status != 200:
        raise Missing(f"{path} answers {status}")
    found: dict[str, dict[str, str]] = json.loads(content)
    return found


FLOOR = Case("floor", simple(lambda s, n: f"/bench/floor/{s.items[n % len(s.items)]}/"))
STOCK_CASES = (
    Case("stock: detail", simple(lambda s, n: f"{STOCK}{s.pages[n % len(s.pages)]}/"), group="stock"),
    Case(
        "stock: list of 20", simple(lambda s, n: address(STOCK, locale=language(n), limit=20)), group="stock"
    ),
    Case(
        "stock: list by kind",
        simple(lambda s, n: address(STOCK, locale=language(n), kind=KINDS[n % 5], limit=20)),
        group="stock",
    ),
    Case(
        "stock: page 500",
        simple(lambda s, n: address(STOCK, locale=language(n), limit=20, offset=last_page(s, n))),
        group="stock",
    ),
)
FIRST = (
    Case(
        "detail",
        simple(lambda s, n: f"{API}{s.pages[n % len(s.pages)]}/"),
        0.85,
        stock="stock: detail",
        level=True,
    ),
    Case(
        "find by path",
        simple(lambda s, n: f"{API}find/?{urlencode({'html_path': s.paths[n % len(s.paths)]})}"),
        0.8,
        status=302,
        level=True,
    ),
    Case(
        "list of 20",
        simple(lambda s, n: address(locale=language(n), limit=20, offset=n // 2 % 200)),
        0.65,
        stock="stock: list of 20",
        level=True,
    ),
    Case(
        "list of 20, its number not counted before",
        simple(lambda s, n: address(locale=language(n), limit=20, date_to=moment(n))),
        stock="stock: list of 20",
    ),
    Case(
        "filtered list",
        simple(lambda s, n: address(**filtered(s, n))),
        0.45,
        stock="stock: list by kind",
        level=True,
    ),
    Case("page 500 by cursor", cursors, 0.45, level=True),
    Case(
        "page 500 by offset",
        simple(lambda s, n: address(locale=language(n), limit=20, offset=last_page(s, n))),
        0.15,
        stock="stock: page 500",
    ),
    Case("search", simple(lambda s, n: address(**searched(s, n))), 0.4),
    Case(
        "facets",
        simple(
            lambda s, n: address(locale=language(n), limit=0, facets="kind,topic,year", date_to=moment(n))
        ),
    ),
)
AGAIN = (
    Case("search", simple(lambda s, n: address(**searched(s, n % 10))), 0.85, group="again"),
    Case(
        "facets",
        simple(lambda s, n: address(locale=language(n), limit=0, facets="kind,topic,year")),
        0.85,
        group="again",
    ),
    Case("counts", simple(lambda s, n: address(**filtered(s, n % 10) | {"limit": 0})), 0.85, group="again"),
    Case("304 of details", unchanged(lambda s, n: f"{API}{s.pages[n]}/"), 0.85, group="again", status=304),
    Case(
        "304 of lists",
        unchanged(lambda s, n: address(locale=language(n), limit=20, offset=n)),
        0.85,
        group="again",
        status=304,
    ),
)
