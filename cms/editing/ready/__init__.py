"""Ready to go live? The list of what is missing, for operators: the same as `manage.py ready`."""

from wagtail import hooks

from cms.editing.ready import view


def register() -> None:
    """The page and its item in the menu of settings."""
    hooks.register("register_admin_urls", lambda: view.urlpatterns)
    hooks.register("register_settings_menu_item", view.menu_item)
