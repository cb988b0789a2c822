"""The composition root: every door of the house, in the order in which an address tries them."""

from django.urls import include, path
from wagtail.admin import urls as admin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents.views.serve import serve as serve_document

from cms.website import health, metrics
from cms.website.urls import urlpatterns as website_urls

urlpatterns = [
    # For machines.
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    # For editors. A document's own address is theirs alone: the public's is under MEDIA_URL.
    path("admin/", include(admin_urls)),
    path(
        "documents/<int:document_id>/<path:document_filename>",
        require_admin_access(serve_document),
        name="wagtaildocs_serve",
    ),
    # For front ends: REST, GraphQL.
    path("", include("cms.api.urls")),
    path("", include("cms.graphql.urls")),
    # For readers: last, since the language trees take whatever is left.
    *website_urls,
]

handler400 = "cms.website.errors.bad_request"
handler403 = "cms.website.errors.denied"
handler404 = "cms.website.errors.not_found"
handler500 = "cms.website.errors.server_error"
