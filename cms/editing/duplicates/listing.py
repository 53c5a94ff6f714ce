"""The page "Duplicates": the pairs of listings that may be one offer, of those that a person may publish."""

from django.core.paginator import Paginator
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from cms.editing.common.menu import main_order
from cms.editing.common.publishers import OfPublishers, PublishersItem, publishable
from cms.editing.common.titled import TitledPage
from cms.editing.common.tree import with_branch, with_organisation
from directory.duplicates.pairs import Pair, pairs_of

#: So many pairs are shown on a page.
_ROWS = 50


class DuplicatesView(OfPublishers, TitledPage, TemplateView):
    """All pairs, to be worked through from the top."""

    template_name = "cms/admin/duplicates.html"
    page_title = _("Duplicates")
    header_icon = "copy"

    def get_context_data(self, **kwargs):
        shown = Paginator(pairs_of(publishable(self.request.user)), _ROWS).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {"pairs": shown, "rows": self._rows(shown.object_list)}

    def _rows(self, pairs: list[Pair]) -> list[dict]:
        """The pairs with the two listings and the address that lays them side by side."""
        keys = {key for pair in pairs for key in (pair.one, pair.other)}
        found = with_branch(with_organisation(publishable(self.request.user))).in_bulk(keys)
        # What was deleted in between is no pair any more.
        told = [(found[p.one], found[p.other], p.shared) for p in pairs if p.one in found and p.other in found]
        return [
            {
                "first": first,
                "second": second,
                "shared": shared,
                "url": reverse("duplicate", args=_order(first, second)),
            }
            for first, second, shared in told
        ]


def _order(first, second) -> tuple[int, int]:
    """Which of two stays, unless an editor swaps them: the one that is published, else the one that was there first."""
    return (second.pk, first.pk) if second.live and not first.live else (first.pk, second.pk)


def menu_item() -> PublishersItem:
    """The page in the main menu."""
    name = "duplicates"
    return PublishersItem(DuplicatesView.page_title, reverse(name), name=name, icon_name="copy", order=main_order(name))


urlpatterns = [path("duplicates/", DuplicatesView.as_view(), name="duplicates")]
