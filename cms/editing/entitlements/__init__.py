"""Common descriptions in the admin: who has checked them, and which offers could take a newer edition."""

from wagtail import hooks

from cms.editing.entitlements import checking, taking


def register() -> None:
    """The page on which a description is checked, and the one on which offers take it. Its listing stands with other words."""
    hooks.register("register_admin_urls", lambda: [*checking.urlpatterns, *taking.urlpatterns])
