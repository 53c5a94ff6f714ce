"""The forms by which editors upload. What cannot be kept is told in a sentence."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from cms.uploads.pictures import NoPicture, UnreadablePicture, cleaned
from directory.cpr import validate_no_cpr

_UNREADABLE = _(
    "This picture cannot be read. Open it in a program for pictures, save it again as JPG or PNG, and choose the new file."
)


def validate_picture(file) -> None:
    """Refuse a picture that cannot be drawn again."""
    try:
        cleaned(file)
    except (NoPicture, UnreadablePicture) as fault:
        raise ValidationError(_UNREADABLE, code="unreadable") from fault


class PictureField(WagtailImageField):
    """A picture, already drawn again: its size and its hash are those of what is kept."""

    def to_python(self, data):
        try:
            file = super().to_python(data)
            return None if file is None else cleaned(file)
        except ValidationError:
            raise
        except Exception as fault:
            # Wagtail asks for the size of whatever begins like a picture, and passes on what the decoder says to that.
            raise ValidationError(_UNREADABLE, code="unreadable") from fault


class _TagsWithoutCpr:
    """Tags are rows of their own, and no field of the form's model."""

    def clean_tags(self):
        # As they were typed: a number with spaces becomes several tags.
        validate_no_cpr(str(self["tags"].value() or ""))
        tags = super().clean_tags()
        for tag in tags:
            validate_no_cpr(tag)
        return tags


class PictureForm(_TagsWithoutCpr, BaseImageForm):
    """Wagtail's form of a picture, with a field that draws it again."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)


class DocumentForm(_TagsWithoutCpr, BaseDocumentForm):
    """Wagtail's form of a document."""
