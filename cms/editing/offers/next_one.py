"""A queue of work, one offer at a time: all is right, change it, or not now; then comes the next."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from cms.editing.common.titled import TitledPage
from cms.editing.common.tree import may_edit, may_edit_some
from cms.editing.offers.confirming import may_confirm
from cms.editing.offers.work import WORK_QUEUES, Queue
from directory.models import OfferPage
from directory.text import MAX_KEY_DIGITS, whole_number

#: What is read before somebody says that all is right.
_READ = ("teaser", "schedule_text", "phone", "email", "website", "price_note", "registration")


class NextOfferView(TitledPage, TemplateView):
    """The first offer of a queue after the one that was done; where there is none, the queue's listing says so."""

    template_name = "cms/admin/next_offer.html"
    header_icon = "list-ul"

    def dispatch(self, request, *args, **kwargs):
        if not may_edit_some(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def queue(self) -> Queue:
        """The queue of the address."""
        found = next((queue for queue in WORK_QUEUES if queue.value == self.kwargs["queue"]), None)
        if found is None:
            raise Http404
        return found

    def get_page_title(self):
        return self.queue.label

    def get(self, request, *args, **kwargs):
        after = whole_number(request.GET.get("after", "0"), MAX_KEY_DIGITS) or 0
        waiting = may_edit(request.user, OfferPage.objects.filter(self.queue.condition)).order_by("pk")
        offer = waiting.filter(pk__gt=after).select_related("place").first()
        if offer is None:
            messages.success(request, _("You have been through the list."))
            return redirect(self.queue.listing)
        left = waiting.filter(pk__gte=offer.pk).count()
        return self.render_to_response(self.get_context_data(left=left, **self._told(offer.specific)))

    def _told(self, offer: OfferPage) -> dict[str, Any]:
        return {
            "offer": offer,
            "facts": list(_facts(offer)),
            "organisation": offer.get_parent().title,
            "may_confirm": may_confirm(self.request.user, offer),
            "following": self.queue.address(offer.pk),
        }


def _facts(offer: OfferPage):
    for name in _READ:
        if value := getattr(offer, name):
            yield capfirst(str(offer._meta.get_field(name).verbose_name)), value
    if offer.place:
        yield (
            capfirst(str(offer.place._meta.verbose_name)),
            f"{offer.place.street}, {offer.place.town_line}".strip(", "),
        )


urlpatterns = [path("offers/work/<str:queue>/", NextOfferView.as_view(), name="work")]
