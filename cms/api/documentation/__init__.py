"""The documentation page: the OpenAPI document in the reader's language, as HTML."""
