"""The bulk action "Confirm": what an import brought is real, and somebody now stands behind it."""

from collections.abc import Iterable

from django import forms
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction

from directory.answers import Confidence, Verifier
from directory.models import OfferPage
from directory.models.facts.freshness import Demonstration


class WhoForm(forms.Form):
    """Who has checked the listings."""

    by = forms.ChoiceField(
        label=_("Who has checked them"),
        choices=[(one.value, one.label) for one in (Verifier.PLACE, Verifier.EDITOR, Verifier.REGISTER)],
        widget=forms.RadioSelect,
        initial=Verifier.PLACE,
    )


class ConfirmBulkAction(PageBulkAction):
    """Writes down today, and by whom, on the chosen offers. One with changes that are not published is left alone."""

    display_name = _("Confirm")
    action_type = "confirm"
    aria_label = _("Confirm the chosen offers")
    template_name = "cms/admin/confirm_offers.html"
    action_priority = 5
    form_class = WhoForm

    @classmethod
    def get_queryset(cls, model, object_ids) -> list[OfferPage]:
        """Offers alone, whatever else was chosen in the page tree."""
        offers = list(OfferPage.objects.filter(pk__in=object_ids).order_by("title").specific())
        if not offers:
            raise Http404
        return offers

    def check_perm(self, obj: OfferPage) -> bool:
        """Published, without a draft that would go out with it, and for this person to publish."""
        return (
            obj.live
            and not obj.has_unpublished_changes
            and obj.demonstration != Demonstration.MADE_UP
            and obj.permissions_for_user(self.request.user).can_publish()
        )

    def object_context(self, obj):
        return {"item": obj}

    def get_execution_context(self) -> dict:
        return {"user": self.request.user, "by": self.cleaned_form.cleaned_data["by"]}

    @classmethod
    def execute_action(cls, objects: Iterable[OfferPage], *, user=None, by: str = Verifier.EDITOR, **kwargs):
        """Confirm each in a revision of its own, so that its history tells who did."""
        count = 0
        for offer in objects:
            confirm(offer, by)
            offer.save_revision(user=user).publish(user=user)
            count += 1
        return count, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext("%(count)s offer is confirmed.", "%(count)s offers are confirmed.", num_parent_objects) % {
            "count": num_parent_objects
        }


def confirm(offer: OfferPage, by: str) -> None:
    """Say on an offer that it was checked today, and no demonstration."""
    offer.verified_on, offer.verified_by = timezone.localdate(), by
    offer.demonstration = Demonstration.NO
    if by == Verifier.PLACE:
        offer.confidence = Confidence.CONFIRMED
