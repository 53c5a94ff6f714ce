"""Keeps the names of others' drafts, houses and pictures out of Wagtail's own choosers, reports and lists of many."""

from wagtail import hooks

from cms.editing.fence import choosers, interface, reports


def register() -> None:
    """What Wagtail lets be told. What it does not ask about is held by `middleware.Fence`."""
    # After Wagtail's own.
    hooks.register("construct_admin_api", interface.replace, order=1)
    hooks.register("construct_page_chooser_queryset", choosers.pages)
    hooks.register("construct_reports_menu", reports.leave_out)
    reports.offer_own_requesters()
