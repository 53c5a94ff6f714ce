"""The search index in the admin: what waits to go into it, and why a hit stands where it does."""

from wagtail import hooks

from cms.editing.indexing import outbox
from cms.editing.indexing.why import view as why


def register() -> None:
    """Both reports, and the permission to see what waits."""
    hooks.register("register_admin_urls", lambda: [*outbox.urlpatterns, *why.urlpatterns])
    hooks.register("register_reports_menu_item", outbox.menu_item)
    hooks.register("register_reports_menu_item", why.menu_item)
    hooks.register("register_permissions", outbox.permissions)
