"""What is done with many chosen offers at once: the part that is the same for each such action."""

from typing import Any, ClassVar

from django.http import Http404
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction

from directory.models import OfferPage


class OfferBulkAction(PageBulkAction):
    """Takes offers alone, whatever else was chosen in the page tree, and asks before anything is done."""

    template_name = "cms/admin/offer_bulk.html"
    heading: ClassVar[Any]
    icon: ClassVar[str]
    means: ClassVar[Any]  # what will be so afterwards
    left_alone: ClassVar[Any]  # why it is not done with some
    yes: ClassVar[Any]  # what the button says

    @classmethod
    def get_queryset(cls, model, object_ids) -> list[OfferPage]:
        """The chosen offers, by their titles."""
        offers = list(OfferPage.objects.filter(pk__in=object_ids).order_by("title").specific())
        if not offers:
            raise Http404
        return offers

    def object_context(self, obj):
        return {"item": obj}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"action": self}
