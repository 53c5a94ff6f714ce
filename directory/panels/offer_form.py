"""The form of an offer: what its rows of times cannot say together is refused, at the row."""

from collections.abc import Iterator
from itertools import combinations

from django.forms import ModelForm
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.panels.address import AddressForm
from directory.panels.needed import Needed, is_answer, untold
from directory.times.in_words import from_to
from directory.times.overlap import first_overlap


class OfferForm(AddressForm):
    """Refuses hours that hold at the same moment, a meeting that replaces none, and a way from the offer to itself.

    A draft is kept with whatever it lacks; what is published, or sent to be approved, tells what its kind has to, but for
    what people see already that it does not tell.
    """

    #: What the offer lacked when somebody wanted to publish it.
    lacks: tuple[Needed, ...] = ()

    def clean(self):
        cleaned = super().clean()
        self._refuse_overlaps()
        self._refuse_replacing_nothing()
        self._refuse_leading_to_itself()
        if not self.is_deferred_validation:
            self._refuse_lacks(cleaned)
            self._refuse_silent_picture(cleaned)
        return cleaned

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

    def _refuse_silent_picture(self, cleaned: dict) -> None:
        if cleaned.get("picture") and not cleaned.get("picture_alt"):
            self.add_error("picture_alt", _("Say in words what the picture shows, for people who do not see it."))

    def _refuse_leading_to_itself(self) -> None:
        for form in self._whole_rows("links"):
            if self.instance.pk is not None and form.instance.to_id == self.instance.pk:
                form.add_error("to", _("An offer does not lead to itself. Choose another one."))

    def _refuse_overlaps(self) -> None:
        rows = [(form, form.instance.as_value()) for form in self._whole_rows("opening_hours")]
        for (_form, earlier), (form, later) in combinations(rows, 2):
            day = first_overlap(later, earlier, timezone.localdate())
            if day:
                words = {"times": from_to(earlier.span_on(day))}
                form.add_error(
                    "opens", _("This overlaps with another row (%(times)s). Make one row of the two.") % words
                )

    def _refuse_replacing_nothing(self) -> None:
        forms = list(self._whole_rows("sessions"))
        series = [form.instance.as_value() for form in forms if form.instance.rule]
        for form in forms:
            day = form.instance.instead_of
            if day and series and all(day not in one.days_on(day) for one in series):
                form.add_error("instead_of", _("No series has a meeting on that day."))

    def _whole_rows(self, name: str) -> Iterator[ModelForm]:
        """The forms of the rows that are whole and will be kept. What is wrong with a row by itself is said at it already."""
        formset = self.formsets.get(name)
        for form in formset.forms if formset else ():
            if form.is_valid() and form not in formset.deleted_forms and (form.has_changed() or form.instance.pk):
                yield form
