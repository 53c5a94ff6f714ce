"""Asks of every key in an address of the admin whether the person may know the row: Wagtail does not everywhere."""

from django.apps import apps
from django.db.models import Model
from django.http import HttpResponse
from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.editing.common.reach import reach_of
from cms.editing.fence.reports import ADDRESSES
from cms.editing.fence.rows import own, seen
from directory.text import MAX_KEY_DIGITS, whole_number

_PAGE_KEYS = {"page_id", "parent_page_id", "page_to_move_id", "destination_id"}
_OTHER_KEYS = {"image_id": get_image_model, "document_id": get_document_model, "doc_id": get_document_model}
#: Where a key is called nothing but `pk`, or several stand behind the question mark as `id`.
_NAMESPACES = {
    "wagtailadmin_pages": lambda: Page,
    "wagtailimages_chooser": get_image_model,
    "wagtaildocs_chooser": get_document_model,
}
_PAGES_CHOSEN, _MANY = "wagtailadmin_choose_page_chosen_multiple", "wagtail_bulk_action"
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
        if reach_of(request.user).everything:
            return None
        named = _named(match, kwargs)
        if match.view_name in ADDRESSES or not all(_is_seen(request.user, model, key) for model, key in named):
            return permission_denied(request)
        model = _model_of_many(match, kwargs)
        return None if model is None else _keep_seen(request, model)


def _named(match, kwargs) -> list[tuple[type[Model], str]]:
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


def _is_seen(user, model: type[Model], key) -> bool:
    number = whole_number(str(key), MAX_KEY_DIGITS)
    return number is not None and seen(user, model).filter(pk=number).exists()


def _model_of_many(match, kwargs) -> type[Model] | None:
    if match.view_name == _MANY:
        return _model(kwargs)
    if match.view_name == _PAGES_CHOSEN:
        return Page
    return (
        _NAMESPACES[match.namespace]()
        if match.url_name == "chosen_multiple" and match.namespace in _NAMESPACES
        else None
    )


def _keep_seen(request, model: type[Model]) -> HttpResponse | None:
    """Leave the rows that the person may know in the question; what stands below others' pages is nobody's "all"."""
    asked = request.GET.getlist("id")
    parent = whole_number(request.GET.get("childOf", ""), MAX_KEY_DIGITS)
    if "all" in asked and issubclass(model, Page):
        return None if own(request.user, Page).filter(pk=parent).exists() else permission_denied(request)
    rows = own(request.user, model) if "all" in asked else seen(request.user, model).filter(pk__in=_whole(asked))
    kept = request.GET.copy()
    kept.setlist("id", [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)])
    request.GET = kept
    return None


def _whole(asked: list[str]) -> list[int]:
    return [number for number in (whole_number(one, MAX_KEY_DIGITS) for one in asked) if number is not None]
