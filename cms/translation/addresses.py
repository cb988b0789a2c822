"""Where things are in the admin."""

from typing import Any

from django.contrib.admin.utils import quote
from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import get_edit_url

from cms.translation.content import title_of


def edit_url(instance: Any) -> str:
    """Where ``instance`` is edited; empty when it has no editor."""
    return str(get_edit_url(instance) or "")


def submit_url(instance: Any) -> str:
    """Where ``instance`` is submitted for translation."""
    if isinstance(instance, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[instance.pk])
    opts = instance._meta
    return reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[opts.app_label, opts.model_name, quote(instance.pk)],
    )


def breadcrumbs(user: AbstractBaseUser, instance: Any, title: str) -> list[dict[str, Any]]:
    """The way to ``instance``, called ``title``, as far as the user may see it."""
    if not isinstance(instance, Page):
        items = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
        viewset = getattr(instance, "snippet_viewset", None)
        if viewset is not None:
            label = capfirst(str(instance._meta.verbose_name_plural))
            items.append({"url": reverse(viewset.get_url_name("list")), "label": label})
        return [*items, {"url": "", "label": title}]
    root = PagePermissionPolicy().explorable_root_instance(user)
    ancestors = (
        instance.get_ancestors().descendant_of(root, inclusive=True)
        if root
        else instance.get_ancestors().none()
    )
    items = [
        {
            "url": reverse("wagtailadmin_explore_root")
            if page.is_root()
            else reverse("wagtailadmin_explore", args=[page.pk]),
            "label": _("Root") if page.is_root() else title_of(page),
        }
        for page in ancestors
    ]
    return [*items, {"url": "", "label": title}]
