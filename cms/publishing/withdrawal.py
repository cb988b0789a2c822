"""What happens to one language of an object and must happen to the other: deleting, moving, restricting.

Unpublishing is in ``cms.publishing.guard``. Readers see none of these languages from the first statement on (the
triggers of the store); here the editors' tables follow.
"""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, PageViewRestriction

from cms.pages.locales import in_sentence
from cms.publishing.errors import Refused
from cms.publishing.pairs import Pair, is_gated, pair_of


def before_delete(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """Receiver of pre_delete. Raises Refused for what is public: it is withdrawn first, in both languages."""
    if settings.ALLOW_ONE_LANGUAGE or not isinstance(instance, DraftStateMixin):
        return
    if type(instance) is Page and instance.specific_class is not Page:
        return  # its specific row is deleted with it, and asked for itself
    refuse_deletion(instance)


def refuse_deletion(instance: Any) -> None:
    """Raise Refused while any language of ``instance`` is public."""
    if is_gated(instance) and any(row.live for row in pair_of(instance).rows.values()):
        raise Refused(
            _("“%(title)s” is public. Unpublish it first: both languages are withdrawn together.")
            % {"title": str(instance)}
        )


def before_move(
    sender: type[Any], instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    """Receiver of pre_page_move. Raises Refused where the other language cannot follow."""
    if parent_page_before.pk != parent_page_after.pk and is_gated(instance):
        for row in pair_of(instance).others(instance.locale.language_code):
            if _counterpart(parent_page_after, row) is None:
                raise Refused(
                    _("“%(title)s” cannot be moved: “%(section)s” has no version in %(language)s.")
                    % {
                        "title": instance.title,
                        "section": parent_page_after.title,
                        "language": in_sentence(row.locale.language_code),
                    }
                )


def after_move(
    sender: type[Any], instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    """Receiver of post_page_move: the other language follows into its own section."""
    if parent_page_before.pk == parent_page_after.pk or not is_gated(instance):
        return
    for row in pair_of(instance).others(instance.locale.language_code):
        target = _counterpart(parent_page_after, row)
        if target is not None and row.get_parent().pk != target.pk:
            row.move(target, pos="last-child")


def _counterpart(section: Page, row: Page) -> Page | None:
    found: Page | None = Page.objects.filter(
        translation_key=section.translation_key, locale_id=row.locale_id
    ).first()
    return found


def after_restriction(
    sender: type[Any], instance: PageViewRestriction, raw: bool = False, **kwargs: Any
) -> None:
    """Receiver of post_save of a page's privacy: the other language has the same."""
    if raw or settings.ALLOW_ONE_LANGUAGE:
        return
    for page in _translations(instance.page):
        same = {"restriction_type": instance.restriction_type, "password": instance.password}
        own = PageViewRestriction.objects.filter(page=page).first()
        if own is None:
            PageViewRestriction.objects.create(page=page, **same)
        elif any(getattr(own, name) != value for name, value in same.items()):
            own.restriction_type, own.password = same["restriction_type"], same["password"]
            own.save()


def after_restriction_groups(
    sender: type[Any], instance: Any, action: str, reverse: bool, **kwargs: Any
) -> None:
    """Receiver of m2m_changed of its groups."""
    if settings.ALLOW_ONE_LANGUAGE or reverse or not action.startswith("post_"):
        return
    groups = set(instance.groups.all())
    for own in PageViewRestriction.objects.filter(page__in=_translations(instance.page)):
        if set(own.groups.all()) != groups:
            own.groups.set(groups)


def after_restriction_lifted(sender: type[Any], instance: PageViewRestriction, **kwargs: Any) -> None:
    """Receiver of post_delete of a page's privacy."""
    if settings.ALLOW_ONE_LANGUAGE:
        return
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is None:  # deleted with its page
        return
    for own in PageViewRestriction.objects.filter(page__in=_translations(page)):
        own.delete()


def _translations(page: Page) -> list[Page]:
    return list(
        Page.objects.filter(Q(translation_key=page.translation_key) & ~Q(pk=page.pk)).select_related("locale")
    )


def names(found: Pair) -> str:
    """The titles of an object in its languages, for screens that say what will happen to both."""
    return ", ".join(f"“{found.latest(code)}”" for code in found.rows)
