"""Lists of many rows in an address: each row is asked for, and "all" means those of the listing in which it was said."""

from copy import copy
from urllib.parse import urlsplit

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.editing.common.reach import reach_of
from cms.editing.fence.rows import named, own
from directory.text import MAX_KEY_DIGITS, whole_number

_ACTION, _ALL = "wagtail_bulk_action", "all"
_CHOSEN = {
    "wagtailadmin_choose_page_chosen_multiple": lambda: Page,
    "wagtailimages_chooser:chosen_multiple": get_image_model,
    "wagtaildocs_chooser:chosen_multiple": get_document_model,
}
#: Listings of Wagtail's that are found by the type of their pages, and do not say which class answers.
_ROUTED = {"wagtailadmin_explore", "wagtailadmin_pages:search", "wagtailadmin_pages:type_use"}


def keep_known(request: HttpRequest) -> None:
    """Leave those keys in the question that the person may choose, or do something with.

    Wagtail takes "all" for all rows there are, whatever the listing was narrowed to: operators too get those of the listing.
    """
    rows = _known(request)
    if rows is not None:
        kept = request.GET.copy()
        kept.setlist("id", [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)])
        request.GET = kept


def _known(request: HttpRequest) -> QuerySet | None:
    """Those rows; None where nothing is to be left out."""
    user, match, asked = request.user, request.resolver_match, request.GET.getlist("id")
    model = _acted_on(match)
    if model and _ALL in asked:
        return own(user, model).filter(pk__in=_listed(request, model))
    if reach_of(user).everything:
        return None
    if model:
        return own(user, model).filter(pk__in=_whole(asked))
    return named(user, _CHOSEN[match.view_name]()).filter(pk__in=_whole(asked)) if match.view_name in _CHOSEN else None


def _acted_on(match) -> type[Model] | None:
    """The model of the rows with which something is done."""
    if match.view_name != _ACTION:
        return None
    told = match.kwargs
    is_known = bulk_action_registry.get_bulk_action_class(told["app_label"], told["model_name"], told["action"])
    return apps.get_model(told["app_label"], told["model_name"]) if is_known else None


def _listed(request: HttpRequest, model: type[Model]) -> QuerySet | list:
    """The keys of all rows of the listing that the person came from, as it was searched and filtered."""
    there = urlsplit(get_valid_next_url_from_request(request))
    try:
        match = resolve(there.path)
    except Resolver404:
        raise PermissionDenied from None
    if match.view_name not in _ROUTED and not issubclass(getattr(match.func, "view_class", object), BaseListingView):
        raise PermissionDenied
    asked = copy(request)
    asked.method, asked.GET, asked.resolver_match = "GET", QueryDict(there.query), match
    answer = match.func(asked, *match.args, **match.kwargs)
    # Whoever may not open it is sent elsewhere; and a table is no listing.
    paginator = (getattr(answer, "context_data", None) or {}).get("paginator")
    if paginator is None:
        raise PermissionDenied
    rows = paginator.object_list
    if isinstance(rows, QuerySet):
        return rows.order_by().values("pk") if issubclass(rows.model, model) else []
    return [row.pk for row in rows if isinstance(row, model)]


def _whole(asked: list[str]) -> list[int]:
    return [number for number in (whole_number(one, MAX_KEY_DIGITS) for one in asked) if number is not None]
