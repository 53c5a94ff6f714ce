"""The page "Is the site well?", for operators: the same answers as `/readyz` gives a monitor."""

from wagtail import hooks

from cms.editing.health import view


def register() -> None:
    """The page and its item in the menu of reports."""
    hooks.register("register_admin_urls", lambda: view.urlpatterns)
    hooks.register("register_reports_menu_item", view.menu_item)
