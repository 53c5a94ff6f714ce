"""Words that look alike, letter by letter."""

import pytest

from search.plan.alike import Lookalikes

KNOWN = ["værested", "selvhjælpsgruppe", "gruppe", "kor", "besøgsven", "besøgsvenner"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("besøgsvændner", ("besøgsvenner",)),
        ("værestedetsvenner", ()),
        ("selvhjælpgrubbe", ("selvhjælpsgruppe",)),
        ("kore", ()),
        ("byggetilladelse", ()),
        ("besøgsven", ("besøgsvenner",)),
        ("", ()),
        ("\x00\ud800", ()),
    ],
)
def test_only_what_shares_most_letters_is_alike(word, found):
    assert Lookalikes(KNOWN).of(word) == found
