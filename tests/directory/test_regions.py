from collections import Counter

import pytest

from directory.regions import region_of
from directory.seed_data import seed_data


def test_every_municipality_lies_in_one_of_the_five_regions():
    slugs = [row["slug"] for row in seed_data("municipalities.json").values()]
    assert Counter(map(region_of, slugs)) == {
        "Region Hovedstaden": 29,
        "Region Sjælland": 17,
        "Region Syddanmark": 22,
        "Region Midtjylland": 19,
        "Region Nordjylland": 11,
    }


@pytest.mark.parametrize("slug", ["", "eksempel", "nowhere"])
def test_the_portal_and_made_up_municipalities_lie_in_none(slug):
    assert region_of(slug) == ""
