"""One page of hits: the rows of the ids that the engine found, in its order."""

from dataclasses import dataclass

from directory.indexing.entries import keys_of
from directory.models import OfferPage
from directory.offers.shown import shown_offers
from search import MAX_HITS, Query, Results


@dataclass(frozen=True)
class HitPage:
    """A page of offers, with what the pager needs."""

    offers: list[OfferPage]
    total: int
    number: int
    size: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return last_page(self.total, self.size)

    @property
    def has_next(self) -> bool:
        """Whether there is a page of hits after this one."""
        return self.number < self.last

    @property
    def has_previous(self) -> bool:
        """Whether there is a page of hits before this one."""
        return self.number > 1


def paged(results: Results, query: Query) -> HitPage:
    """The rows of this page. A row that the database no longer shows is left out."""
    return HitPage(shown_offers(keys_of(results.ids)), results.total, query.page, query.size)


def last_page(total: int, size: int) -> int:
    """The number of the last page of so many offers, so many on each."""
    return max(1, -(-min(total, MAX_HITS) // size))
