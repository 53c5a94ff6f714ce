"""The two forms of an import: which file for whom, and what its columns mean."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.cpr import validate_no_cpr
from directory.importing.errors import Refused, Unreadable
from directory.importing.read.headings import COLUMNS, fields_of
from directory.uploading.models import Upload
from directory.uploading.reading import mapping_of, take_in
from directory.uploading.rights import branches_to_import_into

#: So large a file is taken, in bytes: ten thousand rows with long descriptions.
MAX_UPLOAD = 10_000_000


class UploadForm(forms.Form):
    """A file, and the branch that it is imported into."""

    branch = forms.ModelChoiceField(queryset=None, label=gettext_lazy("Municipality"), empty_label=None)
    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        help_text=gettext_lazy("CSV or Excel (XLSX), at most 10 MB, with the names of the columns in the first row."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self._user = user
        self.fields["branch"].queryset = branches_to_import_into(user)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_UPLOAD:
            raise ValidationError(_("The file is too large. Import it in parts."))
        validate_no_cpr(file.name)
        return file

    def clean(self):
        told = super().clean()
        if "file" in told and "branch" in told:
            try:
                self.upload = take_in(told["file"].read(), told["file"].name, told["branch"], self._user)
            except (Unreadable, Refused) as error:
                self.add_error("file", str(error))
        return told


class ColumnsForm(forms.Form):
    """For each column of a file the field of an offer that it holds."""

    def __init__(self, *args, upload: Upload, **kwargs):
        super().__init__(*args, **kwargs)
        self._headings: list[str] = upload.headings
        known = fields_of(self._headings, mapping_of(upload))
        choices = [("", _("Is not read")), *((field, names[0].capitalize()) for field, names in COLUMNS.items())]
        for place, heading in enumerate(self._headings):
            self.fields[f"column{place}"] = forms.ChoiceField(
                label=heading, choices=choices, required=False, initial=known.get(place, "")
            )

    def mapping(self) -> dict[str, str]:
        """What was chosen: from headings to fields, empty for what is not read."""
        return {heading: self.cleaned_data.get(f"column{place}", "") for place, heading in enumerate(self._headings)}

    def clean(self):
        told = super().clean()
        chosen = [field for field in self.mapping().values() if field]
        if "name" not in chosen:
            raise ValidationError(_("Say which column holds the name of the offer."))
        twice = sorted({COLUMNS[field][0].capitalize() for field in chosen if chosen.count(field) > 1})
        if twice:
            raise ValidationError(_("More than one column is said to hold: %(fields)s.") % {"fields": ", ".join(twice)})
        return told
