"""Saying that a listing is right: of one by one click, or of many at once. Somebody now stands behind what is there."""

from collections.abc import Iterable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from cms.editing.common.back import back
from cms.editing.common.offer_bulk import OfferBulkAction
from cms.editing.offers.back import LISTING
from directory.answers import Verifier
from directory.models import OfferPage
from directory.models.facts.freshness import Demonstration
from directory.offers.publishing import confirm


class WhoForm(forms.Form):
    """Who has checked the listings."""

    by = forms.ChoiceField(
        label=_("Who has checked them"),
        choices=[(one.value, one.label) for one in (Verifier.PLACE, Verifier.EDITOR, Verifier.REGISTER)],
        widget=forms.RadioSelect,
        initial=Verifier.PLACE,
    )


class ConfirmBulkAction(OfferBulkAction):
    """Writes down today, and by whom, on the chosen offers. One with changes that are not published is left alone."""

    display_name = _("All is right")
    action_type = "confirm"
    aria_label = _("Confirm the chosen offers")
    heading = _("Confirm offers")
    icon = "check"
    means = _("They will say that they were checked today. Confirm only what somebody has looked through.")
    left_alone = _("These are left alone: made up, not published, with changes that are not, or not yours to publish.")
    yes = _("Yes, confirm")
    action_priority = 5
    form_class = WhoForm

    def check_perm(self, obj: OfferPage) -> bool:
        return may_confirm(self.request.user, obj)

    def get_execution_context(self) -> dict:
        return {"user": self.request.user, "by": self.cleaned_form.cleaned_data["by"]}

    @classmethod
    def execute_action(cls, objects: Iterable[OfferPage], *, user=None, by: str = Verifier.EDITOR, **kwargs):
        """Confirm each in a revision of its own, so that its history tells who did."""
        count = 0
        for offer in objects:
            confirm(offer, by, user)
            count += 1
        return count, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext("%(count)s offer is confirmed.", "%(count)s offers are confirmed.", num_parent_objects) % {
            "count": num_parent_objects
        }


def may_confirm(user, offer: OfferPage) -> bool:
    """Whether it is published, without a draft that would go out with it, real, and for this person to publish."""
    return (
        offer.live
        and not offer.has_unpublished_changes
        and offer.demonstration != Demonstration.MADE_UP
        and offer.permissions_for_user(user).can_publish()
    )


@require_POST
def confirm_one(request, page_id: int):
    """Confirm one offer as its editor, and go on where the click was."""
    offer = get_object_or_404(OfferPage, pk=page_id).specific
    if not may_confirm(request.user, offer):
        raise PermissionDenied
    confirm(offer, Verifier.EDITOR, request.user)
    messages.success(request, gettext("“%(title)s” is confirmed.") % {"title": offer.title})
    return back(request, LISTING)


urlpatterns = [path("offers/<int:page_id>/confirm/", confirm_one, name="confirm_offer")]
