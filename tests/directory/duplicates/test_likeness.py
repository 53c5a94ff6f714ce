"""Finding the second listing of an offer: of two hundred pairs nearly all, and few that are two offers."""

from pathlib import Path

from directory.duplicates.likeness import Listing, Listings, shared

PAIRS = [
    tuple(line.split("|"))
    for line in (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
HERE, FAR = (55.7089, 9.5357), (55.9, 9.9)
#: About 110 and 550 metres north of it.
NEAR, BEYOND = (55.7099, 9.5357), (55.7139, 9.5357)


def pair(name, other, signs):
    """Two listings that share so much, and differ in all else that is told of them."""
    where = NEAR if "h" in signs else BEYOND if "f" in signs else FAR
    return Listing(
        name, "Huset", "12 34 56 78", "https://www.huset.example.dk/om", HERE, "Vejle", key=1
    ), Listing(
        other,
        "Huset" if "o" in signs else "Foreningen",
        "+45 12345678" if "t" in signs else "87 65 43 21",
        "http://huset.example.dk" if "w" in signs else "https://andre.example.dk",
        where,
        "Vejle",
        key=2,
    )  # fmt: skip


def test_of_two_hundred_pairs_nearly_all_are_found_and_few_that_are_two_offers():
    assert len(PAIRS) == 200
    found = {row: bool(shared(*pair(*row[:3]))) for row in PAIRS}
    same = [row for row in PAIRS if row[3] == "1"]
    told = [row for row in PAIRS if found[row]]
    right = [row for row in told if row[3] == "1"]
    assert len(same) == 100
    assert len(right) / len(same) >= 0.95, [row for row in same if not found[row]]
    assert len(right) / len(told) >= 0.80, [row for row in told if row[3] == "0"]


def test_it_is_the_same_whichever_is_looked_at_first_and_however_many_there_are():
    for row in PAIRS:
        one, two = pair(*row[:3])
        # Those that share nothing are not even compared.
        told = {bool(shared(one, two)), bool(shared(two, one)), bool(list(Listings([two]).like(one)))}
        assert len(told) == 1, row


def test_a_page_on_a_host_of_many_is_only_its_own_site():
    one = Listing("Broen", website="https://www.facebook.com/broen")
    assert shared(one, Listing("Broen", website="https://m.facebook.com/broen/"))
    assert not shared(one, Listing("Broen", website="https://www.facebook.com/anden"))


def test_listings_that_tell_nothing_are_one_only_where_name_and_organisation_are():
    assert shared(Listing("Broen", "Huset"), Listing("broen", "huset"))
    assert not shared(Listing("Broen", "Huset"), Listing("Broen", "Andre"))
    assert not shared(Listing("", ""), Listing("", ""))
