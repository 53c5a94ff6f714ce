"""What waits to be done with the offers of an editor: each queue with the listing that shows it, to be worked through one by one."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from cms.editing.common.first_page import FirstPagePanel
from cms.editing.common.freshness import STALE, FreshnessGroup, is_fresh
from cms.editing.common.guide_link import SECTIONS, section_url
from cms.editing.common.tree import may_edit
from cms.editing.offers.state import Publication, in_state
from directory.models import OfferPage

_CONDITIONS = {"freshness": is_fresh, "state": in_state}


@dataclass(frozen=True)
class Queue:
    """Offers with which the same is to be done: the filter of the listing that shows them, its value, and what it is called."""

    by: str
    value: str
    label: Promise

    @property
    def condition(self) -> Q:
        """Which offers stand in it."""
        return Q(_CONDITIONS[self.by](self.value))

    @property
    def listing(self) -> str:
        """The address of the listing that shows them."""
        return f"{reverse('offers:index')}?{urlencode({self.by: self.value})}"

    def address(self, after: int = 0) -> str:
        """Where its offers are worked through, from the first one after that key."""
        return reverse("work", args=[self.value]) + (f"?after={after}" if after else "")


WORK_QUEUES = (
    Queue("freshness", FreshnessGroup.OVERDUE, _("Overdue for checking")),
    Queue("freshness", FreshnessGroup.NEVER, _("Never checked")),
    Queue("freshness", STALE, _("Overdue for a year: withdraw it?")),
    Queue("state", Publication.DRAFT, _("Not published")),
    Queue("state", Publication.CHANGED, _("Published, with changes that are not")),
    Queue("state", Publication.MODERATION, _("Wait for approval")),
)


class WorkPanel(FirstPagePanel):
    """How much there is to do with the offers of this editor."""

    name = "work"
    template_name = "cms/admin/work_panel.html"

    @cached_property
    def offers(self):
        """The offers that the editor may do something with."""
        return may_edit(self.user, OfferPage.objects.all())

    def get_context_data(self, parent_context):
        numbers = {queue.value: Count("pk", filter=queue.condition) for queue in WORK_QUEUES}
        counts = self.offers.aggregate(total=Count("pk"), **numbers)
        queues = [
            {"label": queue.label, "count": counts[queue.value], "url": queue.listing, "begin": queue.address()}
            for queue in WORK_QUEUES
        ]
        guide = section_url(SECTIONS["work"])
        return {"queues": queues, "total": counts["total"], "listing": reverse("offers:index"), "guide": guide}
