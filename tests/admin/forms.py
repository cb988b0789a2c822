"""Replaying the admin's own forms: what a browser would send, with a few fields changed."""

from typing import Any

from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

PAGE_FORM = "page-edit-form"
SNIPPET_FORM = "w-editor-form"


def opened(
    client: Client, url: str, *, form: str = PAGE_FORM, streams: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The fields of the form at ``url`` as they were opened. Streams are built by script: sent empty here."""
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    fields = querydict_from_html(response.content.decode(), form_id=form)
    data: dict[str, Any] = {name: fields.getlist(name) for name in fields}
    data = {name: values if len(values) > 1 else values[0] for name, values in data.items()}
    data.update(nested_form_data({name: streamfield([]) for name in streams}))
    return data


RELEASE_STREAMS = ("body", "contacts", "corrections")
EVENT_STREAMS = ("body", "programme", "contacts")
