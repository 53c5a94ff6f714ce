"""Order, ties and pages."""

from datetime import date, datetime, timedelta

import pytest

from search import MAX_HITS, Entry, Query, name_key, open_day, open_minute, open_token
from tests.search.engines import TODAY


def titled(*titles):
    return [Entry(id=f"offer:{n}", title=title, name_key=name_key(title)) for n, title in enumerate(titles)]


def test_names_are_in_danish_order(engine):
    titles = ["Ældre", "Zumba", "Åben dør", "Aalborg", "Øvelser", "abc"]
    engine.rebuild(titled(*titles))
    ids = engine.search(Query(sort="name")).ids
    assert [titles[int(key.split(":")[1])] for key in ids] == [
        "abc",
        "Zumba",
        "Ældre",
        "Øvelser",
        "Åben dør",
        "Aalborg",
    ]


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("soonest", ("offer:b", "offer:a", "offer:c", "offer:d")),
        ("newest", ("offer:a", "offer:b", "offer:c", "offer:d")),
        ("verified", ("offer:c", "offer:a", "offer:b", "offer:d")),
    ],
)
def test_dates_put_entries_in_order_with_unknown_ones_last(engine, sort, ids):
    day = date(2026, 12, 1)
    engine.rebuild(
        [
            Entry(id="offer:d", title="D"),
            Entry(id="offer:a", title="A", starts=day + timedelta(3), published=day, verified=day),
            Entry(id="offer:b", title="B", starts=day, published=day - timedelta(400), verified=day - timedelta(9)),
            Entry(
                id="offer:c", title="C", starts=day + timedelta(9), published=date(999, 1, 1), verified=date(2027, 1, 1)
            ),
        ]
    )
    assert engine.search(Query(sort=sort)).ids == ids


@pytest.mark.parametrize("sort", [None, "relevance", "distance", "soonest", "name", "newest", "verified"])
@pytest.mark.parametrize("text", ["", "kor"])
def test_equals_are_in_order_of_their_ids_on_every_page(engine, sort, text):
    keys = [f"offer:{n}" for n in range(450)]
    engine.rebuild(Entry(id=key, title="Kor") for key in reversed(keys))
    pages = [engine.search(Query(text=text, sort=sort, page=n, size=50)).ids for n in range(1, 10)]
    assert [key for page in pages for key in page] == sorted(keys)


def test_a_page_past_the_end_is_empty_and_tells_the_total(engine, swim, choir):
    engine.rebuild([swim, choir])
    for text in ("", "kor"):
        results = engine.search(Query(text=text, page=99))
        assert (results.ids, results.total) == ((), 1 if text else 2)


@pytest.mark.parametrize("page", [MAX_HITS // 20 + 1, 10**12, 0, -3])
def test_absurd_pages_have_an_answer(engine, swim, page):
    engine.rebuild([swim])
    assert engine.search(Query(page=page)).ids == (("offer:1",) if page < 1 else ())


def test_a_page_may_be_asked_for_without_hits(engine, swim):
    engine.rebuild([swim])
    assert engine.search(Query(size=0)).total == 1


def test_fresh_and_complete_offers_come_before_equal_ones(engine):
    year_ago = TODAY - timedelta(700)
    engine.rebuild(
        [
            Entry(id="offer:1", title="Kor", verified=year_ago, complete=True),
            Entry(id="offer:2", title="Kor", verified=TODAY),
            Entry(id="offer:3", title="Kor", verified=TODAY, complete=True),
            Entry(id="offer:4", title="Kor"),
        ]
    )
    results = engine.search(Query(text="kor"))
    assert results.ids == ("offer:3", "offer:2", "offer:1", "offer:4")
    assert results.scores["offer:3"] == 1.0


def test_offers_meant_for_the_chosen_group_come_before_those_open_to_all(engine):
    everyone = {"target_group": ("unge", "aeldre")}
    engine.rebuild(
        [
            Entry(id="offer:1", title="Kor", facets=everyone, verified=TODAY, complete=True),
            Entry(id="offer:2", title="Kor", facets={"target_group": ("unge",)}, audience={"unge": "only"}),
            Entry(id="offer:3", title="Kor", facets=everyone, audience={"unge": "mainly"}),
            Entry(id="offer:4", title="Kor", facets=everyone, audience={"aeldre": "mainly"}),
        ]
    )
    results = engine.search(Query(text="kor", facets={"target_group": ("unge",)}))
    assert results.ids[:2] == ("offer:2", "offer:3")
    assert engine.search(Query(text="kor")).ids[0] == "offer:1"


def test_what_is_open_at_a_moment_is_found_by_the_clock_on_the_wall(engine):
    moment = datetime(2026, 11, 25, 9, 44)
    engine.rebuild([Entry(id="offer:1", title="A", open=(open_token(moment),)), Entry(id="offer:2", title="B")])
    assert engine.search(Query(open_at=moment.replace(minute=30))).ids == ("offer:1",)
    assert engine.search(Query(open_at=moment.replace(minute=45))).ids == ()


def test_a_quarter_that_is_open_in_part_is_found_by_its_minutes_and_a_day_by_any_of_them(engine):
    moment = datetime(2026, 11, 25, 9, 44)
    tokens = (open_minute(moment), open_day(moment.date()))
    engine.rebuild([Entry(id="offer:1", title="A", open=tokens), Entry(id="offer:2", title="B")])
    found = [engine.search(Query(open_at=at)).ids for at in (moment, datetime(2026, 11, 25, 9, 43), moment.date())]
    assert found == [("offer:1",), (), ("offer:1",)]


def test_between_two_moments_any_whole_quarter_that_is_open_is_enough(engine):
    begins = datetime(2026, 11, 25, 17)
    late, part = open_token(datetime(2026, 11, 25, 23, 45)), open_minute(datetime(2026, 11, 25, 17, 5))
    engine.rebuild([Entry(id="offer:1", title="A", open=(late,)), Entry(id="offer:2", title="B", open=(part,))])
    ends = (datetime(2026, 11, 26), datetime(2026, 11, 25, 23, 45), datetime(2026, 11, 24), datetime(2036, 1, 1))
    found = [engine.search(Query(open_at=begins, open_until=until)).ids for until in ends]
    assert found == [("offer:1",), (), (), ("offer:1",)]


def test_dates_narrow_with_both_ends_included(engine):
    first = date(2026, 12, 1)
    engine.rebuild(Entry(id=f"offer:{n}", title="A", starts=first + timedelta(n)) for n in range(5))
    query = Query(from_date=first + timedelta(1), to_date=first + timedelta(3), sort="soonest")
    assert engine.search(query).ids == ("offer:1", "offer:2", "offer:3")
    assert engine.search(Query(from_date=first + timedelta(4))).ids == ("offer:4",)
