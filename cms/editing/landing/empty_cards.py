"""Tells editors which cards their front page hides, since no offer stands behind them."""

from django.urls import reverse
from wagtail.models import Site
from wagtail.permissions import policy_registry

from cms.editing.common.first_page import FirstPagePanel
from directory.landing.front_page import empty_cards
from directory.models import MunicipalityPage, StartCard

#: Of so many municipalities it is told: each is a search, and who looks after more has a report to read.
MAX_MUNICIPALITIES = 5


class EmptyCardsPanel(FirstPagePanel):
    """Names the hidden cards of each front page that the user looks after. Nothing when all lead somewhere."""

    name = "empty_cards"
    template_name = "cms/admin/empty_cards_panel.html"

    def get_context_data(self, parent_context):
        told = [(home, empty_cards(home)) for home in self._homes()]
        listing = reverse(StartCard.snippet_viewset.get_url_name("list"))
        return {"told": [(home, cards) for home, cards in told if cards], "listing": listing}

    def _homes(self) -> list[MunicipalityPage]:
        if not policy_registry.get_by_type(StartCard).user_has_permission(self.user, "change"):
            return []
        rows = MunicipalityPage.objects.live().filter(pk__in=Site.objects.values("root_page")).order_by("path")
        return [home for home in rows if home.permissions_for_user(self.user).can_edit()][:MAX_MUNICIPALITIES]
