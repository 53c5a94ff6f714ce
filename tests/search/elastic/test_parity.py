"""Both engines say the same: hits, order, totals, counts, and what they made of the text.

Over the offers that a new installation shows, with the words that it has.
"""

from dataclasses import replace

import pytest

from search import Query
from tests.search import judged
from tests.search.engines import elastic, embedded
from tests.search.generated import Generator

pytestmark = pytest.mark.elastic
COUNTED = ("municipality", "kind", "need")


@pytest.fixture(scope="module")
def engines(elasticsearch_url, tmp_path_factory):
    both = (
        embedded(tmp_path_factory.mktemp("index"), judged.vocabulary()),
        elastic(elasticsearch_url, "parity", judged.vocabulary()),
    )
    offers = list(placed(judged.entries()))
    for engine in both:
        engine.rebuild(offers)
    return both


def placed(entries):
    """The offers, each in the middle of its municipality, since their own addresses are not looked up here."""
    middles = {place.municipality: (place.lat, place.lon) for place in reversed(judged.vocabulary().places)}
    for entry in entries:
        middle = middles.get(entry.facets["municipality"][0])
        yield replace(entry, points=(middle,) if middle else ())


def differences(engines, query: Query):
    """What the engines say differently; scores to the last digit that is rounded."""
    ours, theirs = (engine.search(query) for engine in engines)
    names = ("ids", "total", "counts", "without", "distances", "understood")
    told = {name: (getattr(ours, name), getattr(theirs, name)) for name in names}
    told = {name: pair for name, pair in told.items() if pair[0] != pair[1]}
    if any(abs(ours.scores[key] - theirs.scores[key]) > 0.00011 for key in ours.scores.keys() & theirs.scores.keys()):
        told["scores"] = (ours.scores, theirs.scores)
    return told


def test_the_judged_queries_have_the_same_answers(engines):
    queries = [judged.query(row, counted=COUNTED, size=50) for row in judged.queries()]
    different = {query.text: told for query in queries if (told := differences(engines, query))}
    assert not different
    assert sum(engines[0].search(query).total > 0 for query in queries) > 0.9 * len(queries)


def test_five_hundred_generated_queries_have_the_same_answers(engines):
    queries = list(Generator(20261125).queries(500))
    different = {repr(query): told for query in queries if (told := differences(engines, query))}
    assert not different


def test_edits_leave_the_engines_agreeing_on_hits_and_counts(elasticsearch_url, tmp_path):
    """Scores may part a little: each engine still counts a while what is gone, and neither says how long."""
    engines = (embedded(tmp_path, judged.vocabulary()), elastic(elasticsearch_url, "edits", judged.vocabulary()))
    entries = list(placed(judged.entries()))
    for engine in engines:
        engine.rebuild(entries)
        engine.drop(entry.id for entry in entries[::7])
        engine.put(replace(entry, title=f"{entry.title} igen") for entry in entries[1::7])
    for query in Generator(7).queries(60):
        ours, theirs = (engine.search(replace(query, sort="name", exactly=True, size=1000)) for engine in engines)
        assert (ours.ids, ours.total) == (theirs.ids, theirs.total)
        assert (ours.counts, ours.without) == (theirs.counts, theirs.without)
    assert engines[0].ids() == engines[1].ids()
