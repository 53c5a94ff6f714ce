"""The admin's first page: what an editor should look at today, each with the listing that shows it."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel

from cms.editing.common.tree import may_edit
from cms.editing.crisis.helplines import HelplinesPanel
from cms.editing.feedback.panel import FeedbackPanel
from cms.editing.offers.freshness import Freshness, is_fresh
from cms.editing.offers.state import Publication, in_state
from cms.editing.sites.statements import StatementsPanel
from directory.models import OfferPage

#: Each heap of work: the filter of the listing of offers that shows it, and what it is called.
HEAPS = (
    ("freshness", Freshness.OVERDUE, _("Overdue for checking")),
    ("freshness", Freshness.NEVER, _("Never checked")),
    ("state", Publication.DRAFT, _("Not published")),
    ("state", Publication.CHANGED, _("Published, with changes that are not")),
    ("state", Publication.MODERATION, _("Wait for approval")),
)
_CONDITIONS = {"freshness": is_fresh, "state": in_state}


class WorkPanel(Component):
    """How much there is to do with the offers of this editor."""

    name = "work"
    order = 50
    template_name = "cms/admin/work_panel.html"

    def __init__(self, request):
        self.request = request

    @cached_property
    def offers(self):
        """The offers that the editor may do something with."""
        return may_edit(self.request.user, OfferPage.objects.all())

    def get_context_data(self, parent_context):
        numbers = {f"n{place}": _count(name, value) for place, (name, value, _label) in enumerate(HEAPS)}
        counts = self.offers.aggregate(total=Count("pk"), **numbers)
        listing = reverse("offers:index")
        heaps = [
            {"label": label, "count": counts[f"n{place}"], "url": f"{listing}?{urlencode({name: value})}"}
            for place, (name, value, label) in enumerate(HEAPS)
        ]
        return {"heaps": heaps, "total": counts["total"], "listing": listing}


def _count(name: str, value: str) -> Count:
    return Count("pk", filter=Q(_CONDITIONS[name](value)))


def compose(request, panels) -> None:
    """Put the work first, and leave out what editors of offers have no use for."""
    panels[:] = [
        HelplinesPanel(request),
        StatementsPanel(request),
        FeedbackPanel(request),
        WorkPanel(request),
        *(panel for panel in panels if not isinstance(panel, LockedPagesPanel)),
    ]


def no_summary(request, items) -> None:
    """Leave out the numbers of pages, pictures and documents: they tell nobody what to do."""
    items.clear()


#: Links to another project's web pages about its own news; the keys of the keyboard stay.
_FOREIGN_HELP = ("whats-new-in-wagtail", "editor-guide")


def own_help(request, items) -> None:
    """Leave out help that leads away from the house, in English."""
    items[:] = [item for item in items if not item.name.startswith(_FOREIGN_HELP)]
