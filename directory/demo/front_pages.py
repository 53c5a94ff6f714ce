"""What the demonstration writes on front pages: who is not behind them, today's picks, the municipality's own names of kinds."""

import json

from directory.demo.tree import DATA
from directory.models import HomePage, HomePick, KindName, OfferPage


def furnish() -> int:
    """Write texts, picks and names on the front pages that nobody has touched since they were made; how many that were."""
    texts, picks = (json.loads((DATA / name).read_text(encoding="utf-8")) for name in ("home_pages.json", "picks.json"))
    homes = [page.specific for page in HomePage.objects.filter(slug__in=texts)]
    # The page as it was made is its first revision; whoever edits it adds another.
    untouched = [home for home in homes if home.revisions.count() == 1]
    for home in untouched:
        told = dict(texts[home.slug])
        if names := told.pop("kind_names", ()):
            home.kind_names = [KindName(**row) for row in names]
        for name, value in told.items():
            setattr(home, name, value)
        keys = picks.get(home.slug, ())
        offers = OfferPage.objects.in_bulk(keys, field_name="external_id")
        home.picks = [HomePick(offer=offers[key], sort_order=n) for n, key in enumerate(keys) if key in offers]
        home.save_revision().publish()
    return len(untouched)
