"""Feedback in the admin: whose it is to read, the listing, and saying that it has been dealt with."""

from wagtail import hooks

from cms.editing.feedback import listing, next_one


def register() -> None:
    """The listing and its item in the menu."""
    hooks.register("register_admin_urls", lambda: [*listing.urlpatterns, *next_one.urlpatterns])
    hooks.register("register_admin_menu_item", listing.menu_item)
