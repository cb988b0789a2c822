"""Where the interface means to differ from Wagtail's API v2: the table of docs/api.md, with what each row looks like.

Every row there has at least one line here and the other way round; a line that explains nothing fails too.
"""

from pathlib import Path

from tests.differential.comparing import Intended

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "api.md"
HEADING = "## What differs from Wagtail's API v2, and why"
# Names of related items, wherever they stand.
RELATED = r"(.*\.)?(hero_image|place|cover|image|document|person|parent|videos\[\]|topics\[\]|related\[\])"
MEDIA = r"(.*\.)?(hero_image|cover|image|document)\."
MEDIA_LIST = r"(images|documents)/.*"


def rows() -> list[str]:
    """The first cells of the table in docs/api.md."""
    table = DOCUMENT.read_text().partition(HEADING)[2]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [line.split(" | ")[0].removeprefix("| ") for line in lines[1:]]


REDIRECTS = (
    "`redirects/` has `title`, `is_permanent` and the languages of other items, and whole addresses; "
    "those of other sites are left out"
)
FILES = (
    "`meta.download_url` of a picture is its largest rendition, and a whole address; "
    "pictures and documents have no `tags`"
)
INTENDED: tuple[Intended, ...] = (
    Intended(
        "newest first by default",
        request=r"(?!.*order=)(pages|images|documents|redirects)/(\?.*)?",
        path="items",
        kind="order",
    ),
    Intended(
        "`find/` resolves `/fr/…` and `/en/…`",
        request=r"pages/find/\?html_path=/(en|fr)/.*",
        kind="status",
        here="302",
    ),
    Intended(
        "`find/` resolves `/fr/…` and `/en/…`",
        request=r"pages/find/\?html_path=/(news/.*)?",
        kind="status",
        here="404",
    ),
    Intended(
        "`meta` has translations, source, regime and languages",
        path=r"(items\[\]\.)?meta\.(translations|translation_key|source|regime|languages|last_published_at)",
        kind="added",
    ),
    Intended(
        "related items come as cards; in brackets they say their locale",
        path=rf"{RELATED}\.(?!meta\.download_url).*",
        kind="added",
    ),
    Intended(
        "related items come as cards; in brackets they say their locale",
        request=r".*hero_image\(\*.*",
        path=r".*hero_image\.(rights|date_taken)",
        kind="missing",
    ),
    Intended(
        "pictures, documents and videos take `locale`",
        path=rf"{MEDIA}(alt|caption|credit)",
        kind="value",
        wagtail="'EN: ",
        here="'FR: ",
    ),
    Intended(
        "pictures, documents and videos take `locale`",
        path=rf"({MEDIA})?meta\.detail_url",
        kind="value",
        here="locale=",
    ),
    Intended(
        "pictures, documents and videos take `locale`",
        request=MEDIA_LIST,
        path=r"(items\[\]\.)?meta\.(detail_url|html_url|slug|locale|languages|translations)",
        kind="added|value",
    ),
    Intended(
        "readers' titles of pictures and documents",
        path=rf"(items\[\]\.)?({MEDIA})?title",
        kind="value",
        wagtail="shown|second|annex",
    ),
    Intended(
        FILES,
        path=r".*meta\.tags",
        kind="missing",
    ),
    Intended(
        "unknown language, type or value, bad number: 400 with what is allowed",
        request=r".*locale=de",
        kind="status",
        wagtail="404",
        here="400",
    ),
    Intended(
        "unknown language, type or value, bad number: 400 with what is allowed",
        request=r".*type=wagtailcore.*",
        kind="status",
        here="400",
    ),
    Intended(
        "unknown language, type or value, bad number: 400 with what is allowed",
        request=r".*kind=(nothing|statement)",
        kind="status",
        here="400",
    ),
    Intended("a parameter given twice is refused", request=".*limit=1&limit=2.*", kind="status", here="400"),
    Intended("an empty parameter is refused", request=".*=", kind="status", here="400"),
    Intended(
        "fields of any of several types may be named",
        request=r"pages/\?order=id&fields=lead",
        kind="status",
        here="200",
    ),
    Intended("`limit` up to 100", request=".*limit=50", kind="status", wagtail="400", here="200"),
    Intended(
        "`order=random`, `_=…`, `format=` refused",
        request=".*(order=random|&_=123|[?&]format=json)",
        kind="status",
        here="400",
    ),
    Intended("`rich_text_format` refused", request=".*rich_text_format=html", kind="status", here="400"),
    Intended("`site=` refused", request=r"pages/\?site=.*", kind="status", here="400"),
    Intended("`translation_of=root` refused", request=".*translation_of=root", kind="status", here="400"),
    Intended("`meta.next_cursor` in lists, `cursor=`", path=r"meta\.next_cursor", kind="added"),
    Intended(
        "`child_of=root` and `descendant_of=root` mean the homes of both languages",
        request=".*(child|descendant)_of=root.*",
        path=r"items|meta\.total_count",
    ),
    Intended(
        "`topic=`, `place=`, `person=` take key, id or slug",
        request=".*place=.*",
        path=r"items|meta\.total_count",
        kind="length|value",
    ),
    Intended(
        "`order` by the eight names above", request=".*order=(released_at|kind).*", kind="status", here="400"
    ),
    Intended(
        "`show_in_menus`, `seo_title` are no filters",
        request=".*[?&](show_in_menus|seo_title)=.*",
        kind="status",
        here="400",
    ),
    Intended("filters by short plain fields and relations", request=".*lead=.*", kind="status", here="400"),
    Intended(
        "fields of any type may be filtered by without `type`",
        request=r"pages/\?number=1",
        kind="status",
        here="200",
    ),
    Intended(
        "`find/` for pages alone, and leads to a path",
        request="(images|documents)/find/.*",
        kind="status",
        here="404",
    ),
    Intended("`find/` for pages alone, and leads to a path", path="Location", kind="header"),
    Intended(
        "a filter's value must be of the field's type", request=".*latitude=north", kind="status", here="400"
    ),
    Intended(
        FILES,
        request=r"images/.*tags=x",
        kind="status",
        here="400",
    ),
    Intended(
        "`find/` takes exactly one of `html_path` and `id`",
        request="pages/find/.*",
        kind="status",
        here="400",
    ),
    Intended("errors are problem details (RFC 9457), in two languages", path=r"error\.?.*"),
    Intended(
        "pictures and documents are there while something public shows them",
        request="images/.unused_image./",
        kind="status",
        here="404",
    ),
    Intended(
        "pictures and documents are there while something public shows them",
        request=r"images/\?.*|images/",
        path=r"meta\.total_count|items",
        kind="value|length",
    ),
    Intended(
        FILES,
        path=r"(.*\.)?meta\.download_url",
        kind="value",
    ),
    Intended(
        "links in texts are whole addresses with their language",
        path=r"(items\[\]\.)?body\[\]\.value\.text",
        kind="value",
        here="hreflang=",
    ),
    Intended("no `alias_of`", path=r".*meta\.alias_of", kind="missing"),
    Intended(
        "renditions come by name, with address and size",
        request="images/.*",
        path=r"(items\[\]\.)?renditions",
        kind="value",
    ),
    Intended(
        REDIRECTS,
        request="redirects/.*",
        path=r"(items\[\]\.)?(title|is_permanent|meta\.(slug|locale|html_url))",
        kind="added",
    ),
    Intended(
        REDIRECTS,
        request="redirects/.*",
        path=r"(items\[\]\.)?location",
        kind="value",
        here="http://localhost",
    ),
    Intended("`order` by the eight names above", request=".*order=-old_path", kind="status", here="400"),
    Intended(
        "unknown language, type or value, bad number: 400 with what is allowed",
        request=".*search_operator=xor",
        kind="status",
        wagtail="500",
        here="400",
    ),
    Intended(
        "`search_operator` without `search` is refused",
        request=r"pages/\?search_operator=and.*",
        kind="status",
        here="400",
    ),
    Intended(
        "`search` takes phrases, and each language by its rules; relevance as documented",
        request='.*search=("Release 03"|d.un Seul).*',
        path=r"items|meta\.total_count",
    ),
)
