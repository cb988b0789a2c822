"""The parts of SQL that both databases share in hiding what is no longer public."""

# The pages at and under the page of a view restriction.
RESTRICTED_SOURCES = (
    "SELECT 'wagtailcore_page:' || p.id AS source FROM wagtailcore_page p, wagtailcore_page r"
    " WHERE r.id = {row}.page_id AND substr(p.path, 1, length(r.path)) = r.path"
)
# The source that a revision belongs to: all kinds of page have one, a snippet's table carries its model's name.
REVISION_SOURCE = (
    "SELECT CASE WHEN c.app_label = 'wagtailcore' THEN 'wagtailcore_page' ELSE c.app_label || '_' || c.model END"
    " || ':' || {row}.object_id AS source FROM django_content_type c WHERE c.id = {row}.base_content_type_id"
)
# The items that refer to a deleted row.
REFERRING_SOURCES = (
    "SELECT DISTINCT i.source FROM store_reference r JOIN store_item i ON i.id = r.item_id"
    " WHERE r.target_key = {key}"
)
# Another interval of the same object and locale that has an instant in common with the row's.
OVERLAP = (
    "EXISTS (SELECT 1 FROM store_item o WHERE o.object_key = {row}.object_key AND o.locale = {row}.locale"
    " AND o.id <> {row}.id AND (o.visible_until IS NULL OR o.visible_until > {row}.visible_from)"
    " AND ({row}.visible_until IS NULL OR {row}.visible_until > o.visible_from))"
)
