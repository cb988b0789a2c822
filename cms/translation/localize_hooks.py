"""Withdrawing wagtail-localize's own hooks, so that ours stand in their place."""

from typing import Any

from wagtail import hooks
from wagtail_localize import synctree
from wagtail_localize import wagtail_hooks as theirs

# Its buttons ask nobody's rights, its editor publishes what is not translated, its menu items make aliases.
# Its addresses are ours under the same names: left standing, they would be a second namespace of that name.
WITHDRAWN: tuple[tuple[str, Any], ...] = (
    ("register_admin_urls", theirs.register_admin_urls),
    ("register_page_header_buttons", theirs.page_listing_more_buttons),
    ("register_page_listing_more_buttons", theirs.page_listing_more_buttons),
    ("register_snippet_listing_buttons", theirs.register_snippet_listing_buttons),
    ("before_edit_page", theirs.before_edit_page),
    ("before_edit_snippet", theirs.before_edit_snippet),
    ("register_page_action_menu_item", theirs.register_restart_translation_page_action_menu_item),
    ("register_page_action_menu_item", theirs.register_convert_back_to_alias_page_action_menu_item),
    ("register_snippet_action_menu_item", theirs.register_restart_translation_snippet_action_menu_item),
    ("after_create_page", synctree.after_create_page),
    # Its label is fixed in the language of the first request; ours stands in the main menu.
    ("register_reports_menu_item", theirs.register_wagtail_localize2_report_menu_item),
)


def withdraw() -> None:
    """Remove the hooks above. Raises ValueError where wagtail-localize no longer registers one of them."""
    for name, function in WITHDRAWN:
        # Wagtail offers no way to unregister; its registry is a plain dictionary of lists.
        registered = hooks._hooks[name]
        registered.remove(next(entry for entry in registered if entry[0] is function))
