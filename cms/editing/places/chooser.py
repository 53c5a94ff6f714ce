"""The chooser of places: one types a part of the name or the address, or makes a new place without leaving the offer."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import SnippetCreateView

from cms.editing.common.own import OwnChooseResultsView, OwnChooserViewSet, OwnChooseView
from cms.editing.common.words import holding_every_word
from cms.editing.places.form import PlaceForm
from directory.models import Place

_LOOKED_FOR_IN = ("name", "street", "postal_code", "city")
#: What is asked of a new place; the rest can be told later, in its own form.
_ASKED = ("name", "street", "postal_code", "visibility", "municipality")


class PlaceSearchForm(BaseFilterForm):
    """Looks for places by the words of their names and addresses."""

    q = forms.CharField(
        label=_("Name, street, postal code or town"),
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
        required=False,
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return holding_every_word(super().filter(objects), self.search_query, _LOOKED_FOR_IN)


class NewPlaceForm(PlaceForm):
    """A new place, in a few questions."""

    class Meta:
        model = Place
        fields = _ASKED


class _Asked:
    """What the views of the chooser have in common."""

    filter_form_class = PlaceSearchForm

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        return super().get_creation_form_kwargs() | {"for_user": self.request.user}


class ChoosePlaceView(_Asked, OwnChooseView):
    """The chooser as it is opened."""


class ChoosePlaceResultsView(_Asked, OwnChooseResultsView):
    """The places that were found."""


class NewPlaceView(_Asked, SnippetCreateView):
    """Makes the place, and chooses it."""


class PlaceChooserViewSet(OwnChooserViewSet):
    """The chooser, with a form for a new place for those who may add one."""

    choose_view_class = ChoosePlaceView
    choose_results_view_class = ChoosePlaceResultsView
    create_view_class = NewPlaceView
    creation_form_class = NewPlaceForm
    creation_tab_label = _("New place")
    create_action_label = _("Make the place and choose it")
    can_add = True
