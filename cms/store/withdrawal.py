"""The parts of SQL that both databases share in hiding what is no longer public."""

# Names the lock that lets one follower or release render and write at a time (PostgreSQL; SQLite has one writer). What
# hides shares it until its commit: else a follower would write, after a withdrawal, what it rendered before it.
LOCK = 0x436F6D6D
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
# What goes when the rows ``g`` under {where} go: they; what was public because of them (another language of the same
# object, in the same time); and what accompanies that, rendered from the same source.
GONE = """
    SELECT g.id FROM store_item g WHERE {where}
    UNION SELECT d.id FROM store_item g
    JOIN store_item c ON c.object_key = g.object_key AND c.locale <> g.locale AND c.paired
        AND (g.visible_until IS NULL OR g.visible_until > c.visible_from)
        AND (c.visible_until IS NULL OR c.visible_until > g.visible_from)
    JOIN store_item d ON d.source = c.source
        AND (c.visible_until IS NULL OR c.visible_until > d.visible_from)
        AND (d.visible_until IS NULL OR d.visible_until > c.visible_from)
    WHERE {where}
"""
# Which rows ``g`` go with an approval for {at} that is no longer. In a pair, what was to begin at that time may begin
# later, with the other language; it is rendered anew.
CANCELLED = "g.visible_from > {now} AND (g.visible_from = {at} OR (g.paired AND g.visible_from > {at}))"
# Whether readers may have seen the row ``i``: what awaits its instant, or is media that nothing shows, they have not.
SEEN = (
    "i.visible_from <= {now} AND (NOT i.when_used OR EXISTS (SELECT 1 FROM store_reference u"
    " JOIN store_item p ON p.id = u.item_id WHERE u.target_key = i.object_key AND p.visible_from <= {now}))"
)
# The log of a withdrawal: the rows themselves, and the media that they have shown, which may be public no longer.
LOGGED = f"""
    INSERT INTO store_change (number, object_key, locale, type, public_id, kind, at)
    SELECT NULL, i.object_key, i.locale, i.type, i.public_id,
        CASE WHEN {SEEN} THEN 'withdrawn' ELSE 'cancelled' END, {{now}}
    FROM store_item i WHERE {{where}};
    INSERT INTO store_change (number, object_key, locale, type, public_id, kind, at)
    SELECT DISTINCT CAST(NULL AS bigint), t.object_key, t.locale, t.type, t.public_id, 'released', {{now}}
    FROM store_item i JOIN store_reference r ON r.item_id = i.id
    JOIN store_item t ON t.object_key = r.target_key AND t.when_used
    WHERE ({{where}}) AND i.visible_from <= {{now}};
"""
