"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.reporting import figures, gaps, score


def register_reports() -> None:
    """The three reports, and the page of one offer."""
    hooks.register("register_admin_urls", lambda: [*score.urlpatterns, *gaps.urlpatterns, *figures.urlpatterns])
    for report in (score, gaps, figures):
        hooks.register("register_reports_menu_item", report.menu_item)
