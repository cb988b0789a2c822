"""What every site starts with: two locales, the site record, a home and three sections in each language."""

from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site, Workflow

from cms.pages.locales import Language
from cms.pages.models import BasePage
from home.models import HomePage
from media_library.models import MediaIndexPage
from news.models import EventIndexPage, NewsIndexPage

P = TypeVar("P", bound=BasePage)


@dataclass(frozen=True, slots=True)
class Name:
    """The title and the last part of the address of a page."""

    title: str
    slug: str


HOMES = {"en": Name(settings.SITE_NAME, "en"), "fr": Name(settings.SITE_NAME, "fr")}
SECTIONS: dict[type[BasePage], dict[str, Name]] = {
    NewsIndexPage: {"en": Name("News", "news"), "fr": Name("Actualités", "actualites")},
    EventIndexPage: {"en": Name("Events", "events"), "fr": Name("Événements", "evenements")},
    MediaIndexPage: {"en": Name("Videos", "videos"), "fr": Name("Vidéos", "videos")},
}


@transaction.atomic
def setup_site() -> dict[str, HomePage]:
    """Make what is missing, and bring the site record to ``SITE_URL``. Gives the homes by language."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in Language.values}
    root = Page.get_first_root_node()
    homes: dict[str, HomePage] = {}
    for code, locale in locales.items():
        pair = next(iter(homes.values())).translation_key if homes else _root_key()
        homes[code] = _page(HomePage, root, locale, HOMES[code], pair)
    _write_site(homes[Language.EN])
    _put_away_english_names(root)
    # Wagtail's own migrations leave a page of welcome, which would be a second home.
    Page.objects.filter(depth=2).exclude(pk__in=[home.pk for home in homes.values()]).filter(
        content_type__app_label="wagtailcore", content_type__model="page"
    ).delete()
    for model, names in SECTIONS.items():
        key: UUID | None = None
        for code, locale in locales.items():
            section = _page(model, Page.objects.get(pk=homes[code].pk), locale, names[code], key)
            key = section.translation_key
    Site.clear_site_root_paths_cache()
    return homes


def _put_away_english_names(root: Page) -> None:
    """Wagtail's migrations leave names in English, which editors of either language would read."""
    Page.objects.filter(pk=root.pk, title="Root").update(
        title=settings.SITE_NAME, draft_title=settings.SITE_NAME
    )
    Collection.objects.filter(depth=1, name="Root").update(name=settings.SITE_NAME)
    # Nobody has chosen this workflow; "Submit to Moderators approval" would stand on every form.
    Workflow.objects.filter(name="Moderators approval").update(active=False)


def _root_key() -> UUID | None:
    """The translation key that the homes share already, if a default site has one of them as its root."""
    home = (
        HomePage.objects.filter(sites_rooted_here__is_default_site=True).first() or HomePage.objects.first()
    )
    return home.translation_key if home else None


def _page(model: type[P], parent: Page, locale: Locale, name: Name, pair: UUID | None) -> P:
    """The page of ``model`` under ``parent``, made and published when it is missing."""
    found: P | None = model._default_manager.filter(pk__in=parent.get_children(), locale=locale).first()
    if found is not None:
        return found
    page = model(title=name.title, slug=name.slug, locale=locale, live=False)
    if pair is not None:
        page.translation_key = pair
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _write_site(home: HomePage) -> None:
    parts = urlsplit(settings.SITE_URL)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    wanted = {
        "hostname": parts.hostname,
        "port": port,
        "site_name": settings.SITE_NAME,
        "root_page_id": home.pk,
    }
    if site.pk is None or any(getattr(site, field) != value for field, value in wanted.items()):
        # Another record may hold the address already: one default site is all there is.
        Site.objects.filter(hostname=parts.hostname, port=port).exclude(pk=site.pk).delete()
        for field, value in wanted.items():
            setattr(site, field, value)
        site.save()
