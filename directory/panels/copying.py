"""The form by which a page is copied."""

from wagtail.admin.forms.pages import CopyForm


class OwnCopyForm(CopyForm):
    """Makes a page of its own. A mirror of another page would be the same offer twice in every list."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
