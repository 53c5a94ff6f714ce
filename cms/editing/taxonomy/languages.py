"""The listing of languages that are spoken, with how many offers speak each."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import NumberColumn

from cms.editing.common.own import OwnViewSet
from directory.models import Language


class LanguageViewSet(OwnViewSet):
    """The listing of languages that offers are held in, with how many offers each has."""

    model = Language
    icon = "globe"
    list_display = ["name", "code", NumberColumn("offer_count", label=_("Offers"), sort_key="offer_count")]
    ordering = "name"
    search_fields = ["name", "code"]
    list_per_page = 100
    copy_view_enabled = False

    def rows(self):
        return Language.objects.annotate(offer_count=Count("offers"))
