"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.hard_days import preview, view


def register_hard_days() -> None:
    """The list of hard days, and the form of one."""
    hooks.register("register_admin_urls", lambda: [*view.urlpatterns, *preview.urlpatterns])
    hooks.register("register_admin_menu_item", view.menu_item)
