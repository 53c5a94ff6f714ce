"""The listings of start cards and of landing texts. They stand in the menu "Words and places"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn

from cms.editing.common.own import OwnViewSet
from directory.models import LandingText, StartCard


class StartCardViewSet(OwnViewSet):
    """The cards of the front pages."""

    model = StartCard
    icon = "view"
    list_display = ["label", "group", "order", BooleanColumn("shown", label=_("On the front page")), "municipality"]
    list_filter = ["municipality", "group"]
    search_fields = ["label", "label_en"]
    list_per_page = 100


class LandingTextViewSet(OwnViewSet):
    """What stands above the offers for a need or a target group."""

    model = LandingText
    icon = "doc-full"
    list_display = ["__str__", "lead", "municipality"]
    list_filter = ["municipality"]
    search_fields = ["lead"]
    copy_view_enabled = False
