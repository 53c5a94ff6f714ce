"""The menu "Words and places": what offers share and editors keep, from the rooms that list it."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.editing.authorities.listing import AuthorityViewSet
from cms.editing.common.menu import main_order
from cms.editing.entitlements.listing import CommonDescriptionViewSet, ListingRuleViewSet
from cms.editing.landing.listing import LandingTextViewSet, StartCardViewSet
from cms.editing.places.listing import PlaceViewSet
from cms.editing.taxonomy.languages import LanguageViewSet
from cms.editing.taxonomy.terms import NeedViewSet, TargetGroupViewSet


class WordsAndPlaces(SnippetViewSetGroup):
    """All of them in one menu, in the order of `items`."""

    items = (
        NeedViewSet,
        TargetGroupViewSet,
        LandingTextViewSet,
        PlaceViewSet,
        StartCardViewSet,
        LanguageViewSet,
        CommonDescriptionViewSet,
        ListingRuleViewSet,
        AuthorityViewSet,
    )
    menu_label = _("Words and places")
    menu_name = "words-and-places"
    menu_icon = "tag"
    menu_order = main_order(menu_name)


def register() -> None:
    """Make the rows editable, in one menu."""
    register_snippet(WordsAndPlaces)
