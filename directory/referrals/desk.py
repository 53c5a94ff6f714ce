"""What the desk shows: hand-overs under the heading of their state, and lists with what has become of their offers."""

from dataclasses import dataclass

from directory.answers import State
from directory.models import OfferPage
from directory.referrals.lists import MAX_LISTED, NamedListForm, OffersForm, lists_seen_by
from directory.referrals.models import NamedList, Referral
from directory.referrals.states import ReferralState
from directory.referrals.workers import own_referrals
from directory.sites.here import here

#: So many hand-overs are read, the newest first; older ones have long ended.
MAX_SHOWN_ON_DESK = 100


@dataclass(frozen=True)
class StateHeap:
    """The hand-overs that stand in one state."""

    label: str
    referrals: list[Referral]


@dataclass(frozen=True)
class ListedRow:
    """An offer on a list: where it stands, and whether one can go there."""

    key: int
    title: str
    url: str
    is_gone: bool
    is_closed: bool


def desk_page(request, form: NamedListForm) -> dict:
    """The desk of whoever is signed in."""
    lists = list(lists_seen_by(request.user))
    return {
        "heaps": _heaps(request.user),
        "own_lists": [row for row in lists if row.owner_id == request.user.pk],
        "shared_lists": [row for row in lists if row.owner_id != request.user.pk],
        "form": form,
        "more_url": here(request).find_url,
    }


def _heaps(user) -> list[StateHeap]:
    """States in the order of the machine, those without a hand-over left out."""
    rows = list(own_referrals(user)[:MAX_SHOWN_ON_DESK])
    heaps = (StateHeap(str(state.label), [row for row in rows if row.state == state]) for state in ReferralState)
    return [heap for heap in heaps if heap.referrals]


def named_list_page(request, listed: NamedList, form: OffersForm) -> dict:
    """A list with its offers in their order; one that is not shown any more is named as gone."""
    offers = OfferPage.objects.shown().in_bulk(listed.keys)
    return {
        "listed": listed,
        "rows": [_row(request, key, offers.get(key)) for key in listed.keys],
        "is_own": listed.owner_id == request.user.pk,
        "has_room": len(listed.keys) < MAX_LISTED,
        "form": form,
    }


def _row(request, key: int, offer: OfferPage | None) -> ListedRow:
    if offer is None:
        return ListedRow(key, "", "", is_gone=True, is_closed=False)
    url = here(request).page_url(offer)
    return ListedRow(key, offer.title, url, is_gone=False, is_closed=offer.state == State.CLOSED)
