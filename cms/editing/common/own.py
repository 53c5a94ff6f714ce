"""Listings, forms and choosers of what a municipality keeps: all of them ask the one policy, whichever address is opened."""

from collections.abc import Callable
from functools import wraps

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.panels import ObjectList, Panel
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import CopyView, DeleteView, IndexView, SnippetViewSet

from cms.editing.common.guide_link import WithGuide
from cms.editing.common.own_form import OwnForm
from cms.editing.common.policy import OwnMunicipalityPolicy

View = Callable[..., HttpResponse]
#: What a person has to be allowed to do with the row of a view; to change it, where nothing is said.
_ASKED_BY = ((CopyView, "view"), (DeleteView, "delete"))


class OwnIndexView(WithGuide, IndexView):
    """A listing that leads to a form only where the person may change the row."""

    def get_edit_url(self, instance):
        return super().get_edit_url(instance) if self.user_has_permission_for_instance("change", instance) else None

    def get_delete_url(self, instance):
        return super().get_delete_url(instance) if self.user_has_permission_for_instance("delete", instance) else None


class _OwnRows:
    """Offers the rows of a chooser that the person may see."""

    def get_object_list(self) -> QuerySet:
        return policy_registry.get_by_type(self.model_class).seen(self.request.user)


class OwnChooseView(_OwnRows, ChooseView):
    """The chooser of such rows, as it is opened."""


class OwnChooseResultsView(_OwnRows, ChooseResultsView):
    """The rows of the chooser."""


class OwnChosenView(SnippetChosenView):
    """The row that was chosen."""

    def get_object(self, pk):
        return policy_registry.get_by_type(self.model_class).seen(self.request.user).get(pk=pk)


class OwnChosenMultipleView(SnippetChosenMultipleView):
    """The rows that were chosen."""

    def get_objects(self, pks):
        return policy_registry.get_by_type(self.model_class).seen(self.request.user).filter(pk__in=pks)


class OwnChooserViewSet(SnippetChooserViewSet):
    """The chooser of such rows. Where it has no form for a new row, it has no address for one."""

    #: Whether it has such a form.
    can_add = False

    choose_view_class = OwnChooseView
    choose_results_view_class = OwnChooseResultsView
    chosen_view_class = OwnChosenView
    chosen_multiple_view_class = OwnChosenMultipleView

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if self.can_add or pattern.name != "create"]


class OwnViewSet(SnippetViewSet):
    """Rows that belong to municipalities or to the whole, each changed by its own editors alone."""

    index_view_class = OwnIndexView
    chooser_viewset_class = OwnChooserViewSet
    #: The form of models that name none.
    base_form = OwnForm

    def rows(self) -> QuerySet:
        """All rows of the listing, with what its columns show."""
        return self.model._default_manager.all()

    def panels_of_form(self) -> list[Panel | str]:
        """What stands in the form."""
        return self.model.panels

    def get_queryset(self, request):
        return policy_registry.get_by_type(self.model).seen(request.user, self.rows())

    def get_edit_handler(self):
        base = getattr(self.model, "base_form_class", self.base_form)
        return ObjectList(self.panels_of_form(), base_form_class=base).bind_to_model(self.model)

    def construct_view(self, view_class, **kwargs):
        """Every view of a row asks first whose the row is: Wagtail asks whether there is any row that may be changed."""
        action = next((action for kind, action in _ASKED_BY if issubclass(view_class, kind)), "change")
        return _of_own(super().construct_view(view_class, **kwargs), self.model, action)

    def on_register(self):
        register_permission_policy(self.model, OwnMunicipalityPolicy(self.model), exact_class=True)
        super().on_register()


def _of_own(view: View, model: type, action: str) -> View:
    """The view, for those rows alone with which a person may do so."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "pk" in kwargs and not request.user.is_superuser:
            row = get_object_or_404(model, pk=unquote(str(kwargs["pk"])))
            if not policy_registry.get_by_type(model).user_has_permission_for_instance(request.user, action, row):
                raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
