"""What waits to be done with the offers of an editor: each queue with the listing that shows it."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.editing.common.first_page import FirstPagePanel
from cms.editing.common.freshness import STALE, FreshnessGroup, is_fresh
from cms.editing.common.tree import may_edit
from cms.editing.offers.state import Publication, in_state
from directory.models import OfferPage

#: Each queue of work: the filter of the listing of offers that shows it, its value, and what the queue is called.
WORK_QUEUES = (
    ("freshness", FreshnessGroup.OVERDUE, _("Overdue for checking")),
    ("freshness", FreshnessGroup.NEVER, _("Never checked")),
    ("freshness", STALE, _("Overdue for a year: withdraw it?")),
    ("state", Publication.DRAFT, _("Not published")),
    ("state", Publication.CHANGED, _("Published, with changes that are not")),
    ("state", Publication.MODERATION, _("Wait for approval")),
)
_CONDITIONS = {"freshness": is_fresh, "state": in_state}


class WorkPanel(FirstPagePanel):
    """How much there is to do with the offers of this editor."""

    name = "work"
    template_name = "cms/admin/work_panel.html"

    @cached_property
    def offers(self):
        """The offers that the editor may do something with."""
        return may_edit(self.user, OfferPage.objects.all())

    def get_context_data(self, parent_context):
        numbers = {f"n{place}": _count(name, value) for place, (name, value, _label) in enumerate(WORK_QUEUES)}
        counts = self.offers.aggregate(total=Count("pk"), **numbers)
        listing = reverse("offers:index")
        queues = [
            {"label": label, "count": counts[f"n{place}"], "url": f"{listing}?{urlencode({name: value})}"}
            for place, (name, value, label) in enumerate(WORK_QUEUES)
        ]
        return {"queues": queues, "total": counts["total"], "listing": listing}


def _count(name: str, value: str) -> Count:
    return Count("pk", filter=Q(_CONDITIONS[name](value)))
