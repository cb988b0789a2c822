"""Submitting a page or snippet for translation. Nothing is published."""

from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params

from cms.translation import languages, rights, submission
from cms.translation.addresses import breadcrumbs, edit_url
from cms.translation.errors import NotTranslatable

VERSIONS = [
    ("live", gettext_lazy("What is public now")),
    ("draft", gettext_lazy("The latest draft, which is not public yet")),
]


class VersionForm(forms.Form):
    """Which version of the original to translate; asked only where there are two."""

    version = forms.ChoiceField(
        label=gettext_lazy("Text to translate"),
        choices=VERSIONS,
        initial="live",
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, instance: Any, may_take_draft: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks = bool(
            may_take_draft
            and isinstance(instance, DraftStateMixin)
            and instance.live
            and instance.has_unpublished_changes
        )
        if not self.asks:
            del self.fields["version"]

    @property
    def draft(self) -> bool:
        """Whether the latest draft was asked for."""
        return self.asks and self.cleaned_data.get("version") == "draft"


class SubmitView(WagtailAdminTemplateMixin, FormView[VersionForm]):
    """Asks for confirmation, then makes a draft in the other language and opens it."""

    template_name = "translation/submit.html"
    header_icon = "wagtail-localize-language"
    form_class = VersionForm
    user: AbstractBaseUser

    def find(self) -> Any:
        """The object to be translated. Raises Http404."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.object = self.find()
        self.user = rights.user_of(request)
        self.problem = ""
        parent: Page | None = None
        if isinstance(self.object, Page):
            try:
                parent = submission.translated_parent(self.object, self.locale)
            except NotTranslatable as error:
                self.problem = error.reason
        if not rights.may_submit(self.user, self.object, parent):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def title(self) -> str:
        """The title of the original as the user may know it."""
        return rights.title_for(self.user, self.object)

    @cached_property
    def locale(self) -> Locale:
        """The language to translate into: the other one."""
        locale = Locale.objects.exclude(pk=self.object.locale_id).order_by("language_code").first()
        if locale is None:
            raise Http404
        return locale

    def get_form_kwargs(self) -> dict[str, Any]:
        may_take_draft = rights.may_read(self.user, self.object, draft=True)
        return {**super().get_form_kwargs(), "instance": self.object, "may_take_draft": may_take_draft}

    def form_valid(self, form: VersionForm) -> HttpResponse:
        if self.problem:
            return self.refuse(form, self.problem)
        try:
            translation = submission.submit(self.object, self.locale, user=self.user, draft=form.draft)
        except NotTranslatable as error:
            return self.refuse(form, error.reason)
        messages.success(
            self.request,
            _("“%(title)s” is ready to be translated into %(language)s. Nothing was published.")
            % {"title": self.title, "language": languages.in_sentence(self.locale.language_code)},
        )
        return redirect(self.next_url or edit_url(translation.get_target_instance()))

    def refuse(self, form: VersionForm, reason: str) -> HttpResponse:
        """Say why not."""
        self.problem = reason
        messages.error(self.request, reason)
        return self.render_to_response(self.get_context_data(form=form))

    @property
    def next_url(self) -> str:
        """Where to go afterwards, if the link that led here says so."""
        return str(get_valid_next_url_from_request(self.request) or "")

    def get_page_title(self) -> str:
        return _("Translate into %(language)s") % {
            "language": languages.in_sentence(self.locale.language_code)
        }

    def get_page_subtitle(self) -> str:
        return self.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*breadcrumbs(self.user, self.object, self.title), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "object": self.object,
            "title": self.title,
            "language": languages.in_sentence(self.locale.language_code),
            "problem": self.problem,
            "next": self.next_url,
            "back_url": self.next_url or edit_url(self.object),
        }


class SubmitPageView(SubmitView):
    """A page."""

    def find(self) -> Any:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"])
        if page.is_root():
            raise Http404
        return page.specific


class SubmitSnippetView(SubmitView):
    """A snippet."""

    def find(self) -> Any:
        model = get_snippet_model_from_url_params(self.kwargs["app_label"], self.kwargs["model_name"])
        if not issubclass(model, TranslatableMixin):
            raise Http404
        return get_object_or_404(model, pk=unquote(self.kwargs["pk"]))
