"""Asks of every key in an address of the admin whether the person may know the row: Wagtail does not everywhere."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.editing.common.reach import reach_of
from cms.editing.fence.many import keep_known
from cms.editing.fence.reports import ADDRESSES
from cms.editing.fence.rows import own, seen
from directory.text import MAX_KEY_DIGITS, whole_number

_PAGE_KEYS = {"page_id", "parent_page_id"}
#: Wagtail shows both before it asks whether the one may be moved to the other.
_MOVED = {"page_to_move_id", "destination_id"}
_OTHER_KEYS = {"image_id": get_image_model, "document_id": get_document_model, "doc_id": get_document_model}
#: Where a key is called nothing but `pk`.
_NAMESPACES = {
    "wagtailadmin_pages": lambda: Page,
    "wagtailimages_chooser": get_image_model,
    "wagtaildocs_chooser": get_document_model,
}
_SESSION = "wagtailadmin_editing_sessions:ping"


class Fence:
    """Refuses a row that the person may not know, and takes it out where many are named. Operators have no fence."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> HttpResponse | None:
        match = request.resolver_match
        if not match.route.startswith("admin/") or not request.user.is_authenticated:
            return None
        try:
            keep_known(request)
        except PermissionDenied:
            return permission_denied(request)
        if reach_of(request.user).everything:
            return None
        rows = _rows(match, kwargs)
        known = all(_holds(seen(request.user, model), key) for model, key in rows)
        moved = all(_holds(own(request.user, Page), kwargs[name]) for name in _MOVED & kwargs.keys())
        if match.view_name in ADDRESSES or not (known and moved):
            return permission_denied(request)
        return None


def _rows(match, kwargs) -> list[tuple[type[Model], str]]:
    """The rows that the path of the address names."""
    found = [(Page, kwargs[name]) for name in _PAGE_KEYS & kwargs.keys()]
    found += [(model(), kwargs[name]) for name, model in _OTHER_KEYS.items() if name in kwargs]
    if "pk" in kwargs and match.namespace in _NAMESPACES:
        found.append((_NAMESPACES[match.namespace](), kwargs["pk"]))
    if match.view_name == _SESSION and (model := _model(kwargs)):
        found.append((model, kwargs["object_id"]))
    return found


def _model(kwargs) -> type[Model] | None:
    try:
        return apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError:
        return None


def _holds(rows: QuerySet, key) -> bool:
    number = whole_number(str(key), MAX_KEY_DIGITS)
    return number is not None and rows.filter(pk=number).exists()
