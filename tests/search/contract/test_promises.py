"""The number at a value is what choosing it gives, also for words that had to be loosened, and for those beside them."""

from random import Random

import pytest

from search import Entry, Near, Query
from tests.search.engines import ENGINES, engine_for
from tests.search.plan.conftest import VOCABULARY

PAIRS = 500
FACETS = ("need", "municipality", "free", "kind")
NEEDS, TOWNS, KINDS = ("sorg", "motion", "musik"), ("vejle", "randers", "aarhus", "hele-landet"), ("kursus", "forening")
SAID = (
    "kor", "kaffe", "misbrug", "stofmisbrug", "sorg", "gruppe", "angst", "kaffegruppe", "ensom", "sove", "gratis", "i Vejle",
    "i Randers", "aarhus", "18 år", "men ikke kor", "kan ikke sove", "føler mig alene", "xyzzy", "korr", "værested",
)  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def engine(request, tmp_path_factory):
    random = Random(7)
    made = engine_for(request, tmp_path_factory.mktemp("index"), "promises", VOCABULARY)
    made.rebuild(_entry(random, n) for n in range(160))
    return made


def _entry(random, n):
    words = random.sample(
        ["kor", "kaffe", "misbrug", "rusmiddel", "sorg", "gruppe", "angst", "sang", "søvn", "have"], 3
    )
    return Entry(
        id=f"offer:{n:03}",
        title=words[0].title(),
        labels=("Ensomhed",) if n % 5 == 0 else ("Søvn",) if n % 7 == 0 else (),
        text=" ".join(words[1:]),
        facets={
            "need": (random.choice(NEEDS),),
            "municipality": (random.choice(TOWNS),),
            "free": (random.choice(("yes", "no", "unknown")),),
            "kind": (random.choice(KINDS),),
            "age": ("unknown",),
        },
        points=((55.0 + random.random(), 9.0 + random.random()),),
    )


def test_the_number_at_a_value_is_the_total_after_choosing_it(engine):
    random, broken = Random(3), []
    for _ in range(PAIRS):
        text = " ".join(random.sample(SAID, random.choice((1, 1, 2, 3))))
        near = Near(55.5, 9.5, random.choice((5.0, 20.0))) if random.random() < 0.2 else None
        before = {"kind": (random.choice(KINDS),)} if random.random() < 0.3 else {}
        query = Query(text=text, facets=before, near=near, counted=FACETS, size=20)
        counts = engine.search(query).counts
        name = random.choice(FACETS[:3])
        if not counts[name]:
            continue
        value = random.choice(sorted(counts[name]))
        after = engine.search(Query(text=text, facets=before | {name: (value,)}, near=near, size=20))
        if after.total != counts[name][value]:
            broken.append((text, name, value, counts[name][value], after.total))
    assert broken == []


def test_what_a_looser_way_adds_stands_apart_and_is_not_counted(engine):
    query = Query(text="kor sorg", facets={"need": ("musik",), "municipality": ("vejle",)}, counted=FACETS)
    results = engine.search(query)
    assert results.total < len(results.ids) + len(results.more)
    assert not set(results.ids) & set(results.more)
    assert results.understood.loosened
    assert engine.search(Query(text="kor sorg", facets=query.facets, exactly=True)).more == ()
