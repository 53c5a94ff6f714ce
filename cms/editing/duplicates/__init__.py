"""Listings that may be one offer: all pairs of them, and two side by side to be merged or told apart."""

from wagtail import hooks

from cms.editing.duplicates import listing, one
from cms.editing.duplicates.one import MergeFormatter
from directory.duplicates.merging import LOG_ACTION


def register() -> None:
    """The pages, the item in the menu, and the words of the history."""
    hooks.register("register_admin_urls", lambda: [*listing.urlpatterns, *one.urlpatterns])
    hooks.register("register_admin_menu_item", listing.menu_item)
    hooks.register("register_log_actions", _tell_in_history)


def _tell_in_history(actions) -> None:
    actions.register_action(LOG_ACTION)(MergeFormatter)
