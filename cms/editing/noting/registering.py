"""What the room brings to the admin."""

from wagtail import hooks

from cms.editing.common.offer_listing import BROUGHT
from cms.editing.noting import listing, offer, saved_views, watched
from cms.editing.noting.bulk import LabelBulkAction


def register_notes() -> None:
    """The pages, the filter, the column and the views of the listing, the panel, and what is done with many at once."""
    rooms = (offer, saved_views, watched)
    hooks.register("register_admin_urls", lambda: [pattern for room in rooms for pattern in room.urlpatterns])
    hooks.register("register_page_header_buttons", offer.button_to_notes)
    hooks.register("register_bulk_action", LabelBulkAction)
    hooks.register("construct_homepage_panels", _show_changed, order=100)
    BROUGHT.filters["label"] = listing.LabelFilter()
    BROUGHT.columns.append(listing.column())
    BROUGHT.read.append(listing.read_noted)
    BROUGHT.above.append(saved_views.SavedViews)


def _show_changed(request, panels) -> None:
    """After the first page was composed, below the work that waits."""
    panel = watched.WatchedPanel(request)
    panel.order = 80
    panels.append(panel)
