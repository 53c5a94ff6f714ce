"""The people of a municipality, for its administrators: invite, take out of a group, close an account."""

from wagtail import hooks

from cms.editing.people import view


def register() -> None:
    """The page and its item in the menu of settings."""
    hooks.register("register_admin_urls", lambda: view.urlpatterns)
    hooks.register("register_settings_menu_item", view.menu_item)
