"""Form fields that ignore what they cannot use, and remember it, so that the page can say so."""

import re
from copy import copy

from django import forms
from django.core.exceptions import ValidationError

from directory.models.taxonomy import Term
from search import MAX_TEXT

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
#: More ignored values than this are not named one by one.
MAX_NAMED = 5
MAX_NAME = 40


class LenientMixin:
    """Keeps what was ignored; never refuses."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.ignored: list[str] = []

    def __deepcopy__(self, memo):
        """The field of one visitor's form. It shares all but what it ignores: nobody changes the rest."""
        own = copy(self)
        own.ignored = []
        return own

    def ignore(self, value: object) -> None:
        """Remember a value that could not be used, cut to a length that can be shown."""
        if len(self.ignored) < MAX_NAMED:
            self.ignored.append(_CONTROL.sub(" ", str(value))[:MAX_NAME])


class TextField(LenientMixin, forms.CharField):
    """The words typed into the search box. Whatever they are, they are no error."""

    widget = forms.TextInput

    def to_python(self, value):
        text = " ".join(_CONTROL.sub(" ", str(value or "")).split())
        return text[:MAX_TEXT]

    def run_validators(self, value) -> None:
        """Nothing typed is an error."""


class ValuesField(LenientMixin, forms.Field):
    """Choices of one facet. Values that do not exist are ignored and remembered."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, choices, **kwargs) -> None:
        super().__init__(**kwargs)
        # Some choices are rows: they are asked for once, however often they are read.
        self.choices = list(choices() if callable(choices) else choices)

    def clean(self, value):
        known = {str(key) for key, _label in self.choices}
        chosen = []
        for item in value or ():
            if item in known:
                chosen.append(item)
            elif item:
                self.ignore(item)
        return list(dict.fromkeys(chosen))


class TermsField(ValuesField):
    """Choices from a taxonomy, with each term's place in the tree."""

    def __init__(self, *, model: type[Term], **kwargs) -> None:
        self.terms = model.objects.all().in_tree_order()
        super().__init__(choices=[(term.slug, str(term)) for term in self.terms], **kwargs)


class PhrasesField(LenientMixin, forms.Field):
    """Stretches of what was typed: at most a few, each cut. What matches nothing does nothing."""

    widget = forms.MultipleHiddenInput
    most = 8

    def clean(self, value):
        return [_CONTROL.sub(" ", str(item))[:MAX_TEXT] for item in (value or ())[: self.most] if item]


class NumberField(LenientMixin, forms.IntegerField):
    """A whole number within bounds; anything else is ignored and remembered."""

    def clean(self, value):
        if value in self.empty_values:
            return None
        try:
            return super().clean(str(value)[:12])
        except ValidationError:
            self.ignore(value)
            return None


class ChoiceField(LenientMixin, forms.ChoiceField):
    """One of a few; anything else is ignored."""

    def clean(self, value):
        try:
            return super().clean(value)
        except ValidationError:
            self.ignore(value)
            return ""
