"""Today's picks on front pages that were just made."""

import json
from collections.abc import Iterable

from directory.demo.tree import DATA
from directory.models import HomePage, HomePick, OfferPage


def choose(homes: Iterable[HomePage]) -> None:
    """Put the picks on front pages; only on new ones, since what stands on the others is the editors' choice."""
    told = json.loads((DATA / "picks.json").read_text(encoding="utf-8"))
    for home in homes:
        keys = told.get(home.slug, ())
        offers = OfferPage.objects.in_bulk(keys, field_name="external_id")
        home.picks = [HomePick(offer=offers[key], sort_order=n) for n, key in enumerate(keys) if key in offers]
        if home.picks.all():
            home.save_revision().publish()
