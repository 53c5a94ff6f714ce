"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.reviewing import letters, proposals
from cms.editing.reviewing.panel import AnswersPanel


def register_pages() -> None:
    """The letters and the proposals, each with its item in the menu."""
    hooks.register("register_admin_urls", lambda: [*letters.urlpatterns, *proposals.urlpatterns])
    hooks.register("register_admin_menu_item", proposals.menu_item)
    hooks.register("register_settings_menu_item", letters.menu_item)
    hooks.register("construct_homepage_panels", _show_answers, order=100)


def _show_answers(request, panels) -> None:
    """After the first page was composed, at its top: a place waits for an answer."""
    panel = AnswersPanel(request)
    panel.order = -1
    panels.insert(0, panel)
