"""Putting labels on many offers at once, or taking them off."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.editing.common.offer_bulk import OfferBulkAction
from cms.editing.noting.forms import ChangeLabelsForm
from directory.models import OfferPage
from directory.noting.labels import put_on, take_off
from directory.noting.watching import may_note


class LabelBulkAction(OfferBulkAction):
    """Labels the chosen offers. Their drafts and what the public sees stay as they are."""

    display_name = _("Label")
    action_type = "label"
    aria_label = _("Label the chosen offers")
    heading = _("Label offers")
    icon = "tag"
    means = _("Labels are seen by editors alone, who filter the listing by them. Nothing of the offers is changed.")
    left_alone = _("These are left alone: not yours to change.")
    yes = _("Yes, do so")
    action_priority = 7
    form_class = ChangeLabelsForm

    def check_perm(self, obj: OfferPage) -> bool:
        return may_note(self.request.user, obj)

    def get_execution_context(self) -> dict:
        return dict(self.cleaned_form.cleaned_data)

    @classmethod
    def execute_action(cls, objects: Iterable[OfferPage], *, labels=(), what=ChangeLabelsForm.PUT_ON, **kwargs):
        """Do so with each offer."""
        change = take_off if what == ChangeLabelsForm.TAKE_OFF else put_on
        offers = list(objects)
        for offer in offers:
            change(offer, labels)
        return len(offers), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "The labels of %(count)s offer are changed.",
            "The labels of %(count)s offers are changed.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
