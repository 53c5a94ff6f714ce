"""For a second run of the suite on another database, `pytest -p tests.second_database`: what cannot end differently there is
left out. That is each test that asks no database, and of a test with many cases all but a few: they differ in values, and
take the same way to the database."""

from collections import Counter

import pytest

#: So many cases of one test run again, on each engine.
MOST_CASES = 3
#: So many of one that takes long.
MOST_SLOW_CASES = 1
_DATABASE = {"db", "transactional_db", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the rest, in the order in which they stand in their files, so that every process deselects the same."""
    cases: Counter[tuple[str, bool]] = Counter()
    again, rest = [], []
    for item in items:
        test = item.nodeid.partition("[")[0], item.get_closest_marker("elastic") is not None
        most = MOST_SLOW_CASES if item.get_closest_marker("slow") else MOST_CASES
        wanted = _asks_database(item) and cases[test] < most
        cases[test] += wanted
        (again if wanted else rest).append(item)
    config.hook.pytest_deselected(items=rest)
    items[:] = again


def _asks_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or _DATABASE.intersection(getattr(item, "fixturenames", ())))
