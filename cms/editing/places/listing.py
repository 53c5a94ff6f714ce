"""The listing of places, with how many offers each house has."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn

from cms.editing.common.own import OwnViewSet
from cms.editing.places.chooser import PlaceChooserViewSet
from cms.editing.places.form import PlaceForm
from directory.models import Place


class PlaceViewSet(OwnViewSet):
    """The listing of houses, with how many offers each has."""

    model = Place
    base_form = PlaceForm
    chooser_viewset_class = PlaceChooserViewSet
    icon = "site"
    list_display = [
        "name",
        "street",
        Column("town_line", label=_("Town"), sort_key="postal_code"),
        "visibility",
        "municipality",
        NumberColumn("offer_count", label=_("Offers"), sort_key="offer_count"),
    ]
    list_filter = ["municipality", "visibility", "step_free", "approximate"]
    search_fields = ["name", "street", "postal_code", "city"]
    ordering = "name"
    list_per_page = 50

    def rows(self):
        return Place.objects.select_related("municipality").annotate(offer_count=Count("offers"))
