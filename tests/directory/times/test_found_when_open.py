"""What each engine finds open at a moment equals a slow expansion of the same hours by other means."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.facets.when import times_of
from directory.times.tokens import open_tokens
from search import Entry, Query
from tests.directory.times.expansion import PARTS, is_open, times_of_week
from tests.directory.times.made_up import clocks, days, schedules
from tests.search.engines import ENGINES, engine_for


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    return engine_for(request, tmp_path / "index", "times")


#: A facet that the engines of tests have; to an engine one is as good as another.
FACET = "need"
WEEK = [
    *PARTS,
    "weekend",
    *(f"day-{day}" for day in range(7)),
    *(f"day-{day}-{part}" for day in range(7) for part in PARTS),
]


# The engine is one for all examples: each begins with making its index again.
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=st.lists(schedules(), min_size=4, max_size=6),
    day=days,
    ahead=st.integers(0, 6),
    at=st.lists(clocks, max_size=5),
    of_week=st.lists(st.sampled_from(WEEK), min_size=2, max_size=6, unique=True),
)
def test_an_engine_finds_what_the_slow_way_finds(engine, made, day, ahead, at, of_week):
    """At moments of a day, and by weekday and part of the day."""
    named = {f"offer:{key}": schedule for key, schedule in enumerate(made)}
    engine.rebuild(
        Entry(id=key, title="Hus", open=open_tokens(schedule, day), facets={FACET: times_of(schedule, day)})
        for key, schedule in named.items()
    )
    for moment in (datetime.combine(day + timedelta(days=ahead), clock) for clock in at):
        found = set(engine.search(Query(open_at=moment)).ids)
        assert found == {key for key, schedule in named.items() if is_open(schedule, moment)}
    for asked in of_week:
        found = set(engine.search(Query(facets={FACET: (asked,)})).ids)
        assert found == {key for key, schedule in named.items() if asked in times_of_week(schedule, day)}
