"""What people looked for, in the admin: the texts that found nothing, and the numbers."""

from wagtail import hooks

from cms.editing.learning import searches


def register() -> None:
    """Both reports, and the permission to see them."""
    hooks.register("register_admin_urls", lambda: searches.urlpatterns)
    hooks.register("register_reports_menu_item", searches.terms_item)
    hooks.register("register_reports_menu_item", searches.counts_item)
    hooks.register("register_permissions", searches.permissions)
