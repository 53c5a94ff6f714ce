"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.links import listing


def register_links() -> None:
    """The report with its item in the menu, and the panel."""
    hooks.register("register_admin_urls", lambda: listing.urlpatterns)
    hooks.register("register_reports_menu_item", listing.menu_item)
    hooks.register("construct_homepage_panels", _show_broken, order=100)


def _show_broken(request, panels) -> None:
    """After the first page was composed, below its own panels."""
    panel = listing.BrokenLinksPanel(request)
    panel.order = 90
    panels.append(panel)
