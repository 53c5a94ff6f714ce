"""Pages that a room above the models shows. Which room that is stands in one table, `directory/pages.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, PageViewRestriction

from directory.models.private_pages import any_page_is_private
from directory.privacy_headers import hush


@dataclass(frozen=True)
class Showing:
    """How a class of pages is shown: what its template is told, or the view that answers in its place."""

    context: Callable[[Page, HttpRequest], dict] | None = None
    view: Callable[[HttpRequest, Page], HttpResponse] | None = None


_table: dict[type[Page], Showing] = {}


def show(table: Mapping[type[Page], Showing]) -> None:
    """Say how pages are shown. Called once, when the app is ready."""
    _table.clear()
    _table.update(table)


def showing(page_class: type[Page]) -> Showing:
    """How pages of a class are shown: by its own row, or that of the class it extends. `KeyError` where there is none."""
    for one in page_class.__mro__:
        if one in _table:
            return _table[one]
    raise KeyError(page_class)


def is_shown(page_class: type[Page]) -> bool:
    """Whether a class of pages, or one that it extends, has a row in the table."""
    return any(one in _table for one in page_class.__mro__)


class Shown:
    """A page whose room tells what it shows. Stands before `Page` among the bases of a page class.

    Where a page has `sensitive`, and it is true, having looked at it may tell more than the visitor wants to be known.
    """

    def get_context(self, request, *args, **kwargs):
        context = showing(type(self)).context
        told = context(self, request) if context else {}
        return super().get_context(request, *args, **kwargs) | told

    def get_view_restrictions(self):
        return super().get_view_restrictions() if any_page_is_private() else PageViewRestriction.objects.none()

    def serve(self, request, *args, **kwargs):
        view = showing(type(self)).view
        response = view(request, self) if view else super().serve(request, *args, **kwargs)
        return hush(response) if getattr(self, "sensitive", False) else response
