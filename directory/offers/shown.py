"""The offers of a list of cards, with all that a card shows: kept in the process until one of them changes."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from directory.models import OfferPage, OfferStamp
from directory.models.private_pages import any_page_is_private

#: So many offers are kept, each of some 15 kB. Then all are read again.
MAX_KEPT = 1_500


@dataclass(frozen=True)
class _Kept:
    """An offer as it was read; on another day it is read again, since a course may be over though nobody has changed it."""

    stamp: int
    day: date
    offer: OfferPage
    over: bool
    #: What lists show of it, see directory/offers/face.py.
    faces: dict = field(default_factory=dict)


_kept: dict[int, _Kept] = {}


def shown_offers(keys: Iterable[int], *, also_over: bool = False) -> list[OfferPage]:
    """Those of the offers that everybody may see, in the order of the keys: a copy of each, to do with what one likes.

    Courses that are over are left out, unless they are asked for too.
    """
    asked = list(dict.fromkeys(keys))
    read = _read(OfferStamp.of_live(_public(asked)), timezone.localdate())
    return [_copy(read[key]) for key in asked if key in read and (also_over or not read[key].over)]


def _public(keys: list[int]) -> list[int]:
    """Those in no private branch."""
    if not any_page_is_private():
        return keys
    return list(OfferPage.objects.filter(pk__in=keys).public().values_list("pk", flat=True))


def _read(stamps: dict[int, int], today: date) -> dict[int, _Kept]:
    """The offers with these stamps: those that are kept, and the others read now."""
    held = {key: _kept[key] for key in stamps if key in _kept}
    valid = {key: one for key, one in held.items() if (one.stamp, one.day) == (stamps[key], today)}
    missing = [key for key in stamps if key not in valid]
    if not missing:
        return valid
    rows = OfferPage.objects.for_cards().in_bulk(missing)
    going_on = set(OfferPage.objects.filter(pk__in=missing).not_ended().values_list("pk", flat=True))
    new = {key: _Kept(stamps[key], today, row, key not in going_on) for key, row in rows.items()}
    _keep(new)
    return valid | new


def _keep(new: dict[int, _Kept]) -> None:
    """Keep what was read; a list that is longer than all that is kept would only drive the others out."""
    if len(new) > MAX_KEPT:
        return
    if len(_kept) + len(new) > MAX_KEPT:
        _kept.clear()
    # Without a stamp nothing says when it changes.
    _kept.update({key: one for key, one in new.items() if one.stamp})


def _copy(kept: _Kept) -> OfferPage:
    own = copy(kept.offer)
    own.kept_faces = kept.faces
    for held in ("_prefetched_objects_cache", "_cluster_related_objects"):
        if held in own.__dict__:
            own.__dict__[held] = dict(own.__dict__[held])
    return own
