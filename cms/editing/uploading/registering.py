"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.uploading import listing, one


def register_imports() -> None:
    """The list of imports, and the page of one."""
    hooks.register("register_admin_urls", lambda: [*listing.urlpatterns, *one.urlpatterns])
    hooks.register("register_admin_menu_item", listing.menu_item)
