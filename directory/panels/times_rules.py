"""What rows of times cannot say together: it is refused, at the row."""

from itertools import combinations

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.panels.whole_rows import WholeRows
from directory.times.in_words import from_to
from directory.times.overlap import first_overlap


class TimesRules(WholeRows):
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
