"""The editors' guide in the admin, with links to its sections from the pages that they are about."""

from wagtail import hooks

from cms.editing.guide import view


def register() -> None:
    """Its page, its item in the menu of help, and the way to it from the form of an offer."""
    hooks.register("register_admin_urls", lambda: view.urlpatterns)
    hooks.register("register_help_menu_item", view.menu_item)
    hooks.register("register_page_header_buttons", view.button_to_guide)
