"""The form of an offer."""

from django.utils.translation import gettext as _

from directory.panels.address import AddressForm
from directory.panels.dated_rules import OneAuthority
from directory.panels.needed import Needed, is_answer, untold
from directory.panels.pictures import SAY_IN_WORDS, faults
from directory.panels.times_rules import TimesRules


class OfferForm(TimesRules, OneAuthority, AddressForm):
    """Refuses what rows of times or of authorities cannot say together, an address of the site itself, a way to itself.

    A draft is kept with whatever it lacks; what is published, or sent to be approved, tells what its kind has to, but for
    what people see already that it does not tell.
    """

    #: What the offer lacked when somebody wanted to publish it.
    lacks: tuple[Needed, ...] = ()

    def __init__(self, data=None, *args, **kwargs):
        if data is None:
            _hold_times(kwargs.get("instance"))
        super().__init__(data, *args, **kwargs)
        if languages := self.fields.get("languages"):
            # Read once, where Wagtail asks of each field before it is drawn and while it is; without counting them first.
            languages.choices = list(iter(languages.choices))

    def save(self, **kwargs):
        # What nobody reads yet follows its description; what is published keeps what an editor has taken.
        if "common_description" in self.changed_data or not self.instance.live:
            self.instance.take_description()
        return super().save(**kwargs)

    def clean(self):
        cleaned = super().clean()
        self._refuse_leading_to_itself()
        if not (self.is_deferred_validation or self._is_sent_back):
            self._refuse_lacks(cleaned)
            self._refuse_pictures(cleaned)
        return cleaned

    @property
    def _is_sent_back(self) -> bool:
        """Whether an approver sends the draft back, or its writer takes it back: most of all when it lacks something."""
        rejected = "action-workflow-action" in self.data and self.data.get("workflow-action-name") == "reject"
        return rejected or "action-cancel-workflow" in self.data

    def _refuse_lacks(self, cleaned: dict) -> None:
        """Say at each field, and at the rows, what is missing there."""
        left = untold(self.instance.all_needed, lambda field: self._is_told(field, cleaned))
        # A wrong number is put right even where nobody knows the hours.
        before = self.instance.lacks_in_public
        self.lacks = tuple(needed for needed in left if needed not in before)
        for needed in self.lacks:
            field = needed.fields[0]
            if field in self.fields:
                self.add_error(field, needed.message)
            else:
                self.formsets[field].non_form_errors().append(needed.message)

    def _is_told(self, field: str, cleaned: dict) -> bool:
        # What was filled in wrongly is told of already.
        rows = self.formsets.get(field)
        if rows is not None:
            gone = rows.deleted_forms
            return any(form not in gone and (form.has_changed() or form.instance.pk) for form in rows.forms)
        return field in self.errors or is_answer(cleaned.get(field))

    def _refuse_pictures(self, cleaned: dict) -> None:
        for field, message in faults(cleaned):
            if field in self.fields and field not in self.errors:
                self.add_error(field, message)
        for form in self.whole_rows("first_visit_steps"):
            if form.instance.picture_id and not form.instance.picture_alt:
                form.add_error("picture_alt", SAY_IN_WORDS)

    def _refuse_leading_to_itself(self) -> None:
        for form in self.whole_rows("links"):
            if self.instance.pk is not None and form.instance.to_id == self.instance.pk:
                form.add_error("to", _("An offer does not lead to itself. Choose another one."))


def _hold_times(offer) -> None:
    """Read the rows of times once: the form, its preview and its buttons for days each ask for them."""
    if offer is not None and offer.pk:
        for name in ("opening_hours", "closures", "sessions"):
            setattr(offer, name, list(getattr(offer, name).all()))
