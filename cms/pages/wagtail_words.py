"""Wagtail's words that are fixed when it is imported, made to follow the language of whoever reads them.

Wagtail 8.0 evaluates some labels once, in the language of the process or of the first request. Each entry here
names such a place; ``tests/admin/test_languages.py`` looks for the words on the pages.
"""

from collections.abc import Callable
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers
from wagtail.admin.forms.collections import GroupCollectionManagementPermissionFormSet
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.documents.forms import GroupDocumentPermissionFormSet
from wagtail.images.forms import GroupImagePermissionFormSet
from wagtail.sites.views import IndexView as SiteIndexView
from wagtail.snippets.widgets import AdminSnippetChooser

FORM_LABELS: dict[type[Any], dict[str, Any]] = {
    choosers.ExternalLinkChooserForm: {"link_text": _("Link text")},
    choosers.AnchorLinkChooserForm: {"url": _("Anchor"), "link_text": _("Link text")},
    choosers.EmailLinkChooserForm: {
        "email_address": _("Email address"),
        "link_text": _("Link text"),
        "subject": _("Subject"),
        "body": _("Body"),
    },
    choosers.PhoneLinkChooserForm: {"phone_number": _("Phone number"), "link_text": _("Link text")},
}
CHOOSER_WORDS = {
    "choose_one_text": _("Choose"),
    "choose_another_text": _("Choose another"),
    "edit_item_text": _("Edit"),
    "search_tab_label": _("Search"),
    "create_action_label": _("Create"),
}
SITE_COLUMNS = {"port": _("Port"), "site_name": _("Site name"), "root_page": _("Root page")}
OWN = {"add": _("Add"), "change": _("Edit"), "choose": _("Choose"), "delete": _("Delete")}
PERMISSIONS: list[tuple[Any, dict[str, Any]]] = [
    (
        GroupImagePermissionFormSet,
        {
            "add": _("Add/edit images you own"),
            "change": _("Edit any image"),
            "choose": _("Select images in choosers"),
        },
    ),
    (
        GroupDocumentPermissionFormSet,
        {
            "add": _("Add/edit documents you own"),
            "change": _("Edit any document"),
            "choose": _("Select documents in choosers"),
        },
    ),
    (
        GroupCollectionManagementPermissionFormSet,
        {"add": _("Add collections"), "change": _("Edit collections"), "delete": _("Delete collections")},
    ),
]


def _fill(words: Any, model: Any) -> str:
    return str(words) % {"object": model._meta.verbose_name}


_filled: Callable[[Any, Any], Any] = lazy(_fill, str)


def _snippet_chooser(self: Any, model: Any = None, **kwargs: Any) -> None:
    """As the constructor of Wagtail's AdminSnippetChooser, with labels that are made when they are read."""
    if model is not None:
        self.model = model
    self.choose_one_text = _filled(_("Choose %(object)s"), self.model)
    self.choose_another_text = _filled(_("Choose another %(object)s"), self.model)
    self.link_to_chosen_text = _filled(_("Edit this %(object)s"), self.model)
    super(AdminSnippetChooser, self).__init__(**kwargs)


_locale_filter = choosers.LocaleFilterMixin.__init__


def _named_locale_filter(self: Any, *args: Any, **kwargs: Any) -> None:
    """As the constructor of Wagtail's filter of choosers, whose field has no label but its name in Python."""
    _locale_filter(self, *args, **kwargs)
    if "locale" in self.fields:
        self.fields["locale"].label = _("Language")


def _header_title(self: Any) -> str:
    """As WagtailAdminTemplateMixin's, with the colon set as the language sets it."""
    title, subtitle = self.get_page_title(), self.get_page_subtitle()
    return (
        gettext("%(title)s: %(subtitle)s") % {"title": title, "subtitle": subtitle}
        if subtitle
        else str(title)
    )


def follow_the_user() -> None:
    """Put words that are translated when they are read in the place of those that were translated too early."""
    for form, labels in FORM_LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    for name, words in CHOOSER_WORDS.items():
        setattr(ChooserViewSet, name, words)
    AdminSnippetChooser.__init__ = _snippet_chooser
    choosers.LocaleFilterMixin.__init__ = _named_locale_filter
    WagtailAdminTemplateMixin.get_header_title = _header_title
    for column in SiteIndexView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
    kind = RedirectsReportFilterSet.base_filters["is_permanent"]
    kind.label = _("Type")
    kind.extra["empty_label"] = _("All")
    kind.extra["choices"] = [(True, _("Permanent")), (False, _("Temporary"))]
    for formset, words_of in PERMISSIONS:
        # Wagtail's form reads this very list, whose rows are (codename, short label, long label).
        formset.permission_types[:] = [
            (codename, OWN[codename.split("_")[0]], words_of[codename.split("_")[0]])
            for codename, _short, _long in formset.permission_types
        ]
