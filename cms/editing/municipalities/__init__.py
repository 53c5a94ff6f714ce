"""The municipalities at work, for operators: the same as `manage.py municipality`."""

from wagtail import hooks

from cms.editing.municipalities import view


def register() -> None:
    """The page and its item in the menu of settings."""
    hooks.register("register_admin_urls", lambda: view.urlpatterns)
    hooks.register("register_settings_menu_item", view.menu_item)
