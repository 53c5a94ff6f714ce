"""The offers of a list of cards, with all that a card shows: kept in the process until one of them changes."""

from collections.abc import Iterable
from copy import copy

from directory.models import OfferPage, OfferStamp
from directory.models.private_pages import any_page_is_private

#: So many offers are kept, each of some 15 kB. Then all are read again.
MAX_KEPT = 1_500
_kept: dict[int, tuple[int, OfferPage]] = {}


def shown_offers(keys: Iterable[int]) -> list[OfferPage]:
    """Those of the offers that everybody may see, in the order of the keys: a copy of each, to do with what one likes."""
    asked = list(dict.fromkeys(keys))
    stamps = OfferStamp.of_live(_public(asked))
    read = {key: held[1] for key in stamps if (held := _kept.get(key)) is not None and held[0] == stamps[key]}
    read |= _read_now(stamps, [key for key in stamps if key not in read])
    return [_copy(read[key]) for key in asked if key in read]


def _public(keys: list[int]) -> list[int]:
    """Those in no private branch."""
    if not any_page_is_private():
        return keys
    return list(OfferPage.objects.filter(pk__in=keys).public().values_list("pk", flat=True))


def _read_now(stamps: dict[int, int], keys: list[int]) -> dict[int, OfferPage]:
    if not keys:
        return {}
    rows = OfferPage.objects.for_cards().in_bulk(keys)
    if len(_kept) + len(rows) > MAX_KEPT:
        _kept.clear()
    # Without a stamp nothing says when it changes.
    _kept.update({key: (stamps[key], row) for key, row in rows.items() if stamps[key]})
    return rows


def _copy(offer: OfferPage) -> OfferPage:
    own = copy(offer)
    for held in ("_prefetched_objects_cache", "_cluster_related_objects"):
        if held in own.__dict__:
            own.__dict__[held] = dict(own.__dict__[held])
    return own
