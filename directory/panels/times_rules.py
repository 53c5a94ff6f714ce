"""What rows of times cannot say together: it is refused, at the row."""

from collections.abc import Iterator
from itertools import combinations

from django.forms import ModelForm
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.times.in_words import from_to
from directory.times.overlap import first_overlap


class TimesRules:
    """A form with rows of times: refuses hours that hold at the same moment, and a meeting that replaces none."""

    def clean(self):
        cleaned = super().clean()
        self._refuse_overlaps()
        self._refuse_replacing_nothing()
        return cleaned

    def _refuse_overlaps(self) -> None:
        rows = [(form, form.instance.as_value()) for form in self.whole_rows("opening_hours")]
        for (_form, earlier), (form, later) in combinations(rows, 2):
            day = first_overlap(later, earlier, timezone.localdate())
            if day:
                words = {"times": from_to(earlier.span_on(day))}
                form.add_error(
                    "opens", _("This overlaps with another row (%(times)s). Make one row of the two.") % words
                )

    def _refuse_replacing_nothing(self) -> None:
        forms = list(self.whole_rows("sessions"))
        series = [form.instance.as_value() for form in forms if form.instance.rule]
        for form in forms:
            day = form.instance.instead_of
            if day and series and all(day not in one.days_on(day) for one in series):
                form.add_error("instead_of", _("No series has a meeting on that day."))

    def whole_rows(self, name: str) -> Iterator[ModelForm]:
        """The forms of the rows that are whole and will be kept. What is wrong with a row by itself is said at it already."""
        formset = self.formsets.get(name)
        for form in formset.forms if formset else ():
            if form.is_valid() and not is_deleted(form) and (form.has_changed() or form.instance.pk):
                yield form


def is_deleted(form: ModelForm) -> bool:
    """Whether a row is to go; the rows beside it may have faults, of which a set of forms makes that none is to go."""
    return bool(form.cleaned_data.get(DELETION_FIELD_NAME))
