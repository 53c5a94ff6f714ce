"""One change for many offers at once, as drafts in a set: a new number, another organisation, closed."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.editing.changesets.choosing import ChooseSetForm
from cms.editing.changesets.fields import FIELDS
from cms.editing.common.offer_bulk import OfferBulkAction
from directory.changesets.gathering import put_in
from directory.changesets.models import ChangeSet
from directory.changesets.rights import has_sets, may_change
from directory.models import OfferPage


class TogetherForm(ChooseSetForm):
    """The set, and the values that all chosen offers are to have. What is left empty stays as it is on each."""

    def __init__(self, *args, user: Any, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields |= {row.name: row.field(user) for row in FIELDS}

    def values(self) -> dict[str, Any]:
        """What was answered, by the names of the fields."""
        told = self.cleaned_data
        return {row.name: told[row.name] for row in FIELDS if told.get(row.name) not in {None, ""}}


class ChangeTogetherBulkAction(OfferBulkAction):
    """Writes the values into a draft of each offer, and puts them into the set. Nothing is published."""

    display_name = _("Change together")
    action_type = "change_together"
    aria_label = _("Change the chosen offers together")
    heading = _("Change together")
    icon = "tasks"
    means = _(
        "Nothing is published: each offer gets a draft, and all of them are in one set. What you leave empty stays as it is."
    )
    left_alone = _("These are left alone: locked, or not yours to change.")
    yes = _("Put them in the set")
    action_priority = 6
    form_class = TogetherForm

    def get_form_kwargs(self):
        offers, _others = self.get_actionable_objects()
        return super().get_form_kwargs() | {"user": self.request.user, "things": offers}

    def check_perm(self, obj: OfferPage) -> bool:
        return has_sets(self.request.user) and may_change(self.request.user, obj) and not obj.locked

    def get_execution_context(self) -> dict:
        form = self.cleaned_form
        return {"user": self.request.user, "change_set": form.chosen(), "values": form.values()}

    @classmethod
    def execute_action(cls, objects: Iterable[OfferPage], *, user=None, change_set=None, values=None, **kwargs):
        """Draft each, and put it into the set."""
        offers = list(objects)
        for offer in offers:
            draft_in(change_set, offer, values or {}, user)
        return len(offers), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)s offer is in the set. Look it through under Changes together.",
            "%(count)s offers are in the set. Look it through under Changes together.",
            num_parent_objects,
        ) % {"count": num_parent_objects}


def draft_in(change_set: ChangeSet, offer: OfferPage, values: dict[str, Any], user: Any) -> None:
    """Put an offer into a set, with a draft in which these values are others."""
    change = put_in(change_set, offer)
    draft = offer.get_latest_revision_as_object()
    for row in FIELDS:
        if row.name in values:
            row.put(change, draft, values[row.name])
    if values.keys() - {"organisation"}:
        # A draft may lack what only publishing asks for.
        draft.save_revision(user=user, clean=False, log_action=True)
