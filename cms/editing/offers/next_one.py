"""A queue of work, one offer at a time: all is right, change it, or not now; then comes the next."""

from django.http import Http404
from django.urls import path
from django.utils.functional import cached_property
from django.utils.text import capfirst

from cms.editing.common.next_one import NextOneView
from cms.editing.common.tree import may_edit, may_edit_some
from cms.editing.offers.confirming import may_confirm
from cms.editing.offers.work import WORK_QUEUES, Queue
from directory.models import OfferPage

#: What is read before somebody says that all is right.
_READ = ("teaser", "schedule_text", "phone", "email", "website", "price_note", "registration")


class NextOfferView(NextOneView):
    """The first offer of a queue after the one that was done."""

    template_name = "cms/admin/next_offer.html"
    header_icon = "list-ul"

    def may_look(self):
        return may_edit_some(self.request.user)

    @cached_property
    def queue(self) -> Queue:
        """The queue of the address."""
        found = next((queue for queue in WORK_QUEUES if queue.value == self.kwargs["queue"]), None)
        if found is None:
            raise Http404
        return found

    def get_page_title(self):
        return self.queue.label

    def waiting(self):
        return may_edit(self.request.user, OfferPage.objects.filter(self.queue.condition)).select_related("place")

    def listing(self):
        return self.queue.listing

    def page(self, row: OfferPage):
        return row.pk

    def following(self, row: OfferPage):
        return self.queue.address(row.pk)

    def told(self, row: OfferPage):
        offer = row.specific
        return {
            "offer": offer,
            "facts": list(_facts(offer)),
            "organisation": offer.get_parent().title,
            "may_confirm": may_confirm(self.request.user, offer),
        }


def _facts(offer: OfferPage):
    for name in _READ:
        if value := getattr(offer, name):
            yield capfirst(str(offer._meta.get_field(name).verbose_name)), value
    if offer.place:
        yield capfirst(str(offer.place._meta.verbose_name)), offer.place.address_line


urlpatterns = [path("offers/work/<str:queue>/", NextOfferView.as_view(), name="work")]
