"""Needs and target groups in the admin, as trees, and languages; with the offers that use them."""

from wagtail import hooks

from cms.editing.taxonomy import merging
from directory.taxonomy.merging import LOG_ACTION


def register() -> None:
    """The page on which a term is merged into another, the button that leads there, and the words of the history."""
    hooks.register("register_admin_urls", lambda: merging.urlpatterns)
    hooks.register("register_snippet_listing_buttons", merging.button_to_merge)
    hooks.register("register_log_actions", _tell_in_history)


def _tell_in_history(actions) -> None:
    actions.register_action(LOG_ACTION)(merging.TermMergeFormatter)
