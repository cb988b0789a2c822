"""Where a new page goes: the section of the language in which its author may write."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.choose_parent import ChooseParentView


class SectionField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs alone
    """Names sections by title and language: "News (English)"."""

    def label_from_instance(self, obj: Any) -> str:
        """The name of one."""
        return f"{obj.get_admin_display_title()} ({obj.locale.get_display_name()})"


class SectionForm(forms.Form):
    """One of a few sections."""

    def __init__(self, sections: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = sections.filter(locale__language_code=get_language()).first()
        self.fields["parent_page"] = SectionField(
            queryset=sections,
            label=_("Language and section"),
            widget=forms.RadioSelect,
            empty_label=None,
            initial=own,
        )


class ChooseSectionView(ChooseParentView):
    """Goes straight to the form where there is one section; asks only those who write in both languages.

    Wagtail's view looks for sections in the default language alone, finds none for an editor of the other one,
    and lets them walk the tree.
    """

    locale = None
    page_title = _("Choose the language")
    submit_button_label = _("Continue")

    def get_form(self, form_class: Any = None) -> SectionForm:
        """The choice among the sections that are open to the user."""
        sections: Any = self.get_valid_parent_pages(self.request.user)
        data = self.request.POST if self.request.method == "POST" else None
        return SectionForm(sections.select_related("locale").order_by("path"), data)
