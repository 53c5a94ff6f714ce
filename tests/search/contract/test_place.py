"""Near a place: the nearest point counts, over the earth's surface."""

from dataclasses import replace

import pytest

from search import Entry, Near, Query
from search.facts import kilometres

VEJLE, RANDERS, SLAGELSE = (55.7093, 9.5357), (56.4607, 10.0364), (55.4028, 11.3546)


@pytest.fixture
def places(engine):
    engine.rebuild(
        [
            Entry(id="offer:1", title="Kor i Vejle", points=(VEJLE,)),
            Entry(id="offer:2", title="Kor i Randers", points=(RANDERS,)),
            Entry(id="offer:3", title="Kor to steder", points=(SLAGELSE, (55.72, 9.55))),
            Entry(id="offer:4", title="Kor uden sted"),
        ]
    )
    return engine


def test_the_nearest_come_first_and_those_without_a_place_last(places):
    results = places.search(Query(near=Near(*VEJLE)))
    assert results.ids == ("offer:1", "offer:3", "offer:2", "offer:4")
    assert results.distances["offer:1"] == 0
    assert results.distances["offer:2"] == pytest.approx(kilometres(VEJLE, RANDERS))
    assert "offer:4" not in results.distances


def test_a_radius_leaves_out_what_is_farther_away_and_what_has_no_place(places):
    results = places.search(Query(near=Near(*VEJLE, km=10)))
    assert results.ids == ("offer:1", "offer:3")
    assert results.total == 2


def test_a_radius_around_nowhere_finds_nothing(places):
    nowhere = Near(-40.0, 170.0, km=5)
    assert places.search(Query(near=nowhere, exactly=True)).total == 0
    # Unless it may look further away, which it tells.
    assert [step.step for step in places.search(Query(near=nowhere)).understood.loosened] == ["radius"]


def test_a_latitude_is_never_paired_with_the_longitude_of_another_place(engine):
    engine.rebuild([Entry(id="offer:1", title="Kor", points=((55.7, 12.5), (57.0, 9.5)))])
    assert engine.search(Query(near=Near(55.7, 9.5, km=20), exactly=True)).total == 0


def test_with_text_the_near_ones_are_lifted(places):
    ids = places.search(Query(text="kor", near=Near(*RANDERS))).ids
    assert ids[0] == "offer:2"
    assert places.search(Query(text="kor", near=Near(*RANDERS), sort="distance")).ids[-1] == "offer:4"


def test_pages_go_on_in_order_of_distance(engine):
    engine.rebuild(Entry(id=f"offer:{n:03}", title="A", points=((55 + n / 100, 9.5),)) for n in range(100))
    second = engine.search(Query(near=Near(55.0, 9.5), page=2, size=30)).ids
    assert second == tuple(f"offer:{n:03}" for n in range(30, 60))


def test_moving_an_offer_moves_it_in_the_table_of_places(places):
    places.put([Entry(id="offer:2", title="Kor i Randers", points=(VEJLE,))])
    assert places.search(Query(near=Near(*VEJLE, km=1))).ids == ("offer:1", "offer:2")
    places.drop(["offer:1"])
    assert places.search(Query(near=Near(*VEJLE, km=1))).ids == ("offer:2",)


def test_kilometres_are_those_of_the_map():
    assert kilometres(VEJLE, RANDERS) == pytest.approx(89.1, abs=0.5)
    assert kilometres((0, 0), (0, 180)) == pytest.approx(20015, abs=1)


def test_what_comes_to_whoever_asks_stands_apart_from_what_is_near_and_is_counted_apart(engine):
    here, everywhere = {"municipality": ("vejle",)}, {"municipality": ("hele-landet",), "kind": ("forening",)}
    engine.rebuild(
        [
            Entry(id="offer:1", title="Kor ved havnen", points=(VEJLE,), facets=here),
            Entry(id="offer:2", title="Kor i telefonen", facets=everywhere),
            Entry(id="offer:3", title="Kor for alle", facets=everywhere | {"kind": ("kursus",)}),
            Entry(id="offer:4", title="Dans for alle", facets=everywhere),
            Entry(id="offer:5", title="Kor langt væk", points=(SLAGELSE,), facets=here),
            Entry(id="offer:6", title="Kor lige her", points=(VEJLE,), facets=everywhere),
        ]
    )
    query = Query(text="kor", near=Near(*VEJLE, km=5), reaching={"municipality": ("hele-landet",)})
    results = engine.search(query)
    assert (set(results.ids), results.total) == ({"offer:1", "offer:6"}, 2)
    assert (set(results.reaching), results.reaching_total) == ({"offer:2", "offer:3"}, 2)
    assert not {"offer:2", "offer:3"} & set(results.more)
    chosen = engine.search(replace(query, facets={"kind": ("forening",)}))
    assert (chosen.reaching, chosen.reaching_total) == (("offer:2",), 1)
    assert engine.search(replace(query, text="")).reaching_total == 3
    assert engine.search(replace(query, page=2)).reaching == ()
    assert engine.search(replace(query, near=Near(*VEJLE))).reaching == ()
