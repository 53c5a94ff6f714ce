"""What editors write: a note, labels, and the name of a view."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from directory.cpr import validate_no_cpr
from directory.noting.labels import read_names
from directory.noting.models import Note, SavedView
from directory.noting.saved_views import cleaned_query


class NoteForm(forms.ModelForm):
    """A new note on an offer, as somebody writes it."""

    class Meta:
        model = Note
        fields = ("text",)
        labels = {"text": _("New note")}
        help_texts = {"text": _("Write nothing about citizens.")}
        widgets = {"text": AdminAutoHeightTextInput}


class LabelsField(forms.CharField):
    """Labels with a comma between them."""

    def __init__(self, **kwargs):
        super().__init__(
            **{"label": _("Labels"), "help_text": _("With a comma between them."), "max_length": 500} | kwargs
        )

    def clean(self, value):
        names = read_names(super().clean(value))
        if self.required and not names:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return names


class LabelsForm(forms.Form):
    """All labels of an offer."""

    labels = LabelsField(required=False)


class ChangeLabelsForm(forms.Form):
    """Labels that many offers get, or lose."""

    PUT_ON, TAKE_OFF = "put_on", "take_off"

    labels = LabelsField()
    what = forms.ChoiceField(
        label=_("What is done with them"),
        choices=[(PUT_ON, _("Put them on")), (TAKE_OFF, _("Take them off"))],
        widget=forms.RadioSelect,
        initial=PUT_ON,
    )


class SavedViewForm(forms.ModelForm):
    """A view under a name."""

    class Meta:
        model = SavedView
        fields = ("name", "municipality", "query")
        widgets = {"query": forms.HiddenInput}

    def __init__(self, *args, municipalities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["municipality"].queryset = municipalities
        self.fields["municipality"].empty_label = _("Nobody else")

    def clean_query(self):
        query = cleaned_query(self.cleaned_data["query"])
        if not query:
            raise forms.ValidationError(_("The listing shows everything: there is nothing to save."))
        for _name, values in QueryDict(query).lists():
            for value in values:
                validate_no_cpr(value)
        return query
