"""Public addresses of pages: the language, then the path below the home of that language."""

from wagtail.models import Page, Site


def homes() -> dict[str, str]:
    """Language to ``url_path`` of its home: the translations of the default site's root page."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return {}
    translations = Page.objects.filter(translation_key=site.root_page.translation_key)
    return dict(translations.values_list("locale__language_code", "url_path"))


def path_below(homes: dict[str, str], language: str, url_path: str) -> str | None:
    """The public path of a page at ``url_path``; None when it does not stand under the home of its language."""
    home = homes.get(language)
    if home is None or not url_path.startswith(home):
        return None
    return f"/{language}/{url_path.removeprefix(home)}"


def public_path(page: Page) -> str | None:
    """The public path of a page, with leading and trailing slash; None when it stands under no home of ours."""
    return path_below(homes(), page.locale.language_code, page.url_path)
