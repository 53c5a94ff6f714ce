"""Today's picks on front pages that were just made."""

import json
from collections.abc import Iterable

from directory.demo.tree import DATA
from directory.models import HomePage, HomePick, OfferPage


def choose(homes: Iterable[HomePage]) -> None:
    """Put the picks on front pages; only on new ones, since what stands on the others is the editors' choice."""
    told = json.loads((DATA / "picks.json").read_text(encoding="utf-8"))
    for slug, key in [(home.slug, home.pk) for home in homes]:
        keys = told.get(slug, ())
        # A fresh row: the tree has grown since, and a stale one would forget its children.
        home = HomePage.objects.get(pk=key).specific
        offers = OfferPage.objects.in_bulk(keys, field_name="external_id")
        home.picks = [HomePick(offer=offers[key], sort_order=n) for n, key in enumerate(keys) if key in offers]
        if home.picks.all():
            home.save_revision().publish()
