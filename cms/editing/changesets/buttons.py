"""The buttons by which a page or a row is put into a set."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from directory.changesets.rights import ROWS, has_sets

_LABEL = _("Change together with others")


def of_page(page, user, view_name, next_url=None) -> Iterator[Button]:
    """In the header of a page's form, for those who may put changes together."""
    if view_name == "edit" and has_sets(user):
        yield _button("page", page.pk)


def of_row(row, user, next_url=None) -> Iterator[Button]:
    """In the listing of places, terms and help lines."""
    if isinstance(row, ROWS) and has_sets(user):
        yield _button(row._meta.model_name, row.pk)


def _button(model: str, key: int) -> Button:
    return Button(_LABEL, url=reverse("add_to_set", args=[model, key]), icon_name="tasks", priority=70)
