"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.previewing import view


def register_preview_links() -> None:
    """The page, and the button in the header of an offer's form."""
    hooks.register("register_admin_urls", lambda: view.urlpatterns)
    hooks.register("register_page_header_buttons", view.button_to_links)
