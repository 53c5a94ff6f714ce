"""The page "What is new", for all who work here: the version, and what came with it."""

from wagtail import hooks

from cms.editing.releases import view


def register() -> None:
    """The page and its item in the menu of help."""
    hooks.register("register_admin_urls", lambda: view.urlpatterns)
    hooks.register("register_help_menu_item", view.menu_item)
