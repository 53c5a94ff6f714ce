"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.changesets import adding, alone, buttons, listing, one, row
from cms.editing.changesets.bulk import ChangeTogetherBulkAction
from cms.editing.changesets.panel import StoppedSetsPanel


def register_sets() -> None:
    """The list of sets, the page of one, and all that leads to it."""
    rooms = (listing, one, adding, row, alone)
    hooks.register("register_admin_urls", lambda: [pattern for room in rooms for pattern in room.urlpatterns])
    hooks.register("register_admin_menu_item", listing.menu_item)
    hooks.register("register_page_header_buttons", buttons.of_page)
    hooks.register("register_snippet_listing_buttons", buttons.of_row)
    hooks.register("before_edit_page", alone.say_so)
    hooks.register("before_publish_page", alone.ask_first)
    hooks.register("before_bulk_action", alone.leave_sets_out)
    hooks.register("register_bulk_action", ChangeTogetherBulkAction)
    hooks.register("construct_homepage_panels", _show_stopped, order=100)


def _show_stopped(request, panels) -> None:
    """After the first page was composed, at its top: what was to be live is not."""
    panel = StoppedSetsPanel(request)
    panel.order = -1
    panels.insert(0, panel)
