"""What each engine finds open at a moment equals a slow expansion of the same hours by other means."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.times.tokens import open_tokens
from search import Entry, Query
from tests.directory.times.expansion import is_open
from tests.directory.times.made_up import clocks, days, schedules
from tests.search.engines import ENGINES, engine_for


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    return engine_for(request, tmp_path / "index", "times")


# The engine is one for all examples: each begins with making its index again.
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=st.lists(schedules(), min_size=4, max_size=6),
    day=days,
    ahead=st.integers(0, 6),
    at=st.lists(clocks, max_size=5),
)
def test_an_engine_finds_what_the_slow_way_finds(engine, made, day, ahead, at):
    engine.rebuild(
        [Entry(id=f"offer:{key}", title="Hus", open=open_tokens(schedule, day)) for key, schedule in enumerate(made)]
    )
    for moment in (datetime.combine(day + timedelta(days=ahead), clock) for clock in at):
        found = set(engine.search(Query(open_at=moment)).ids)
        assert found == {f"offer:{key}" for key, schedule in enumerate(made) if is_open(schedule, moment)}
