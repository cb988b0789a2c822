"""The address of the interface. Mounted at the root, outside any language."""

from django.urls import re_path

from cms.graphql import views

urlpatterns = [re_path(r"^graphql/?\Z", views.endpoint, name="graphql")]
