"""The rows of a form that will be kept, for rules that hold between them."""

from collections.abc import Iterator

from django.forms import ModelForm
from django.forms.formsets import DELETION_FIELD_NAME


class WholeRows:
    """A form with sets of rows."""

    def whole_rows(self, name: str) -> Iterator[ModelForm]:
        """The forms of the rows that are whole and will be kept. What is wrong with a row by itself is said at it already."""
        formset = self.formsets.get(name)
        for form in formset.forms if formset else ():
            if form.is_valid() and not is_deleted(form) and (form.has_changed() or form.instance.pk):
                yield form


def is_deleted(form: ModelForm) -> bool:
    """Whether a row is to go; the rows beside it may have faults, of which a set of forms makes that none is to go."""
    return bool(form.cleaned_data.get(DELETION_FIELD_NAME))
