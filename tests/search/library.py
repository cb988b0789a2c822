"""Releases to search in, by slug. What is asked of them stands in test_queries."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from cms.store.following import follow
from home.setup import setup_site
from news.models import NewsIndexPage, NewsReleasePage

FIRST_DAY = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
# Slug, language, number, title, lead, body; each a day newer than the one before.
RELEASES = [
    (
        "baltique", "fr", "(2026) 058", "L’Alliance renforce sa présence en mer Baltique",
        "Les alliés ont décidé d’augmenter les patrouilles aériennes.",
        "<p>Le ministre de la Défense a rappelé que l’OTAN n’était pas en guerre.</p><p>Opération n° 12.</p>",
    ),
    (
        "baltic", "en", "(2026) 058", "The Alliance strengthens its presence in the Baltic Sea",
        "Allies have agreed to increase air patrols.",
        "<p>The defence minister recalled that NATO’s posture is defensive.</p><p>Operation no. 12.</p>",
    ),
    (
        "etat", "fr", "", "Coup d’État manqué : déclaration",
        "Déclaration sur l'état de droit et la sécurité de la mer Noire.",
        "<p>Des décisions seront prises au XXI<sup>e</sup> siècle, pas au 20e.</p>",
    ),
    (
        "coup", "en", "", "Statement on the failed coup",
        "Statement on the rule of law and security in the Black Sea.",
        "<p>Decisions will be taken in the 21st century, not before; the U.S. was consulted.</p>",
    ),
    (
        "sommet", "fr", "(2026) 061", "Sommet : conférence de presse du vice-président",
        "Une conférence de presse aura lieu après le dîner.",
        "<p>Œuvrer à la cyberdéfense : l’O.T.A.N. publie un rapport. Présence de la presse internationale.</p>",
    ),
    (
        "summit", "en", "(2026) 061", "Summit: press conference by the vice-president",
        "A press conference will take place after dinner.",
        "<p>Working on cyber defence: N.A.T.O. publishes a report. International press welcome. L’état.</p>",
    ),
    (
        "alliance", "fr", "", "Exercice en Méditerranée",
        "Un exercice commun.",
        "<p>Des navires de l'Alliance ; la mer Baltique n’est pas concernée. Łódź, İstanbul, été 2026.</p>",
    ),
    (
        "exercise", "en", "", "Exercise in the Mediterranean",
        "A joint exercise.",
        "<p>Ships of the Alliance; the Baltic Sea is not concerned. Łódź, İstanbul, it’s summer 2026. IT works.</p>",
    ),
]  # fmt: skip
HIDDEN = "canarien"


def build() -> None:
    """The public releases, and one in each state that nobody may know of."""
    setup_site()
    for day, (slug, code, number, title, lead, body) in enumerate(RELEASES):
        release(slug, code, number=number, title=title, lead=lead, body=body, day=day)
    _hidden()
    follow()


def release(
    slug: str, code: str, *, body: str = "", day: int = 0, published: bool = True, **values: Any
) -> NewsReleasePage:
    """A release with one paragraph of HTML as its body."""
    page = NewsReleasePage(
        slug=slug,
        kind="press_release",
        released_at=FIRST_DAY + timedelta(days=day),
        locale=Locale.objects.get(language_code=code),
        body=[("rich_text", {"text": body})] if body else [],
        live=False,
        **values,
    )
    NewsIndexPage.objects.get(locale__language_code=code).add_child(instance=page)
    if published:
        page.save_revision().publish()
    return page


def _hidden() -> None:
    """Each holds the word HIDDEN in its title and its body, in the plural."""
    text = {"title": f"Les {HIDDEN}s de la mer Baltique", "body": f"<p>Des {HIDDEN}s</p>", "day": 40}
    release("draft", "fr", published=False, **text)
    later = release("embargo", "fr", published=False, go_live_at=timezone.now() + timedelta(days=2), **text)
    later.save_revision().publish()
    for state in ("restricted", "withdrawn", "expired", "deleted"):
        page = release(state, "fr", **text)
        if state == "restricted":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        elif state == "withdrawn":
            NewsReleasePage.objects.get(pk=page.pk).unpublish()
        elif state == "expired":
            NewsReleasePage.objects.filter(pk=page.pk).update(live=False, expired=True)
        else:
            Page.objects.get(pk=page.pk).delete()
    # A draft of what is public.
    public = NewsReleasePage.objects.get(slug="alliance")
    public.title = f"Les {HIDDEN}s"
    public.save_revision()
