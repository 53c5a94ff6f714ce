"""The menu "Words and places": what offers share and editors keep."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.editing.taxonomy.listing import NeedViewSet, TargetGroupViewSet
from directory.models import LandingText, Language, Place, StartCard


class PlaceViewSet(SnippetViewSet):
    """Houses and addresses."""

    model = Place
    icon = "site"
    list_display = [
        "name",
        "street",
        Column("town_line", label=_("Town"), sort_key="postal_code"),
        "visibility",
        NumberColumn("offer_count", label=_("Offers"), sort_key="offer_count"),
    ]
    list_filter = ["visibility", "step_free", "approximate"]
    search_fields = ["name", "street", "postal_code", "city"]
    ordering = "name"
    list_per_page = 50

    def get_queryset(self, request):
        return Place.objects.annotate(offer_count=Count("offers"))


class LanguageViewSet(SnippetViewSet):
    """Languages that are spoken."""

    model = Language
    icon = "globe"
    list_display = ["name", "code", NumberColumn("offer_count", label=_("Offers"), sort_key="offer_count")]
    ordering = "name"
    search_fields = ["name", "code"]
    list_per_page = 100
    copy_view_enabled = False

    def get_queryset(self, request):
        return Language.objects.annotate(offer_count=Count("offers"))


class StartCardViewSet(SnippetViewSet):
    """The cards of the front pages."""

    model = StartCard
    icon = "view"
    list_display = ["label", "group", "order"]
    list_filter = ["group"]
    search_fields = ["label", "label_en"]
    list_per_page = 100


class LandingTextViewSet(SnippetViewSet):
    """What stands above the offers for a need or a target group."""

    model = LandingText
    icon = "doc-full"
    list_display = ["__str__", "lead", "municipality"]
    list_filter = ["municipality"]
    search_fields = ["lead"]
    copy_view_enabled = False


class WordsAndPlaces(SnippetViewSetGroup):
    """All of them in one menu."""

    items = (NeedViewSet, TargetGroupViewSet, LandingTextViewSet, PlaceViewSet, StartCardViewSet, LanguageViewSet)
    menu_label = _("Words and places")
    menu_name = "words-and-places"
    menu_icon = "tag"
    menu_order = 130
