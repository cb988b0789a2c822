"""The report of translations: only of what the user may see, in a fixed number of queries."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportFilterSet, TranslationsReportView

from cms.translation import overview, segments


class ReportFilterSet(TranslationsReportFilterSet):
    """Its filters, those of the two languages named as well: Django would name them by their columns, in English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["source_locale"].label = _("From")
        self.filters["target_locale"].label = _("Into")


class TranslationPaginator(WagtailPaginator):
    """Counts translations: their model, another's, has no name but in English."""

    verbose_name = _("translation")
    verbose_name_plural = _("translations")


class ReportView(TranslationsReportView):
    """Every translation with its state and the way to it."""

    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "translation/report_results.html"
    page_title = _("Translations")
    filterset_class = ReportFilterSet
    paginator_class = TranslationPaginator
    paginate_by = 50

    def get_queryset(self) -> Any:
        return (
            Translation.objects.filter(overview.visible_to(self.request.user))
            .annotate(waiting_for_translation=segments.incomplete())
            .select_related("source", "source__locale", "source__specific_content_type", "target_locale")
            .order_by("-source__last_updated_at", "-pk")
        )

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["rows"] = overview.rows(list(context["object_list"]), self.request.user)
        return context
