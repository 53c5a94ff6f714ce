"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.asking import listing, one


def register_questions() -> None:
    """The list of questions, the form of one, and how far one has come."""
    hooks.register("register_admin_urls", lambda: [*listing.urlpatterns, *one.urlpatterns])
    hooks.register("register_admin_menu_item", listing.menu_item)
