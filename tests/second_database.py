"""For a second run of the suite on another database, `pytest -p tests.second_database`: what cannot end differently there is
left out. That is each test that asks no database, and of a test with many cases all but a few: they differ in values, and
take the same way to the database."""

from collections import Counter

import pytest

#: So many cases of one test run again.
MOST_CASES = 3
_DATABASE = {"db", "transactional_db", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the rest, in the order in which they stand in their files, so that every process deselects the same."""
    cases: Counter[str] = Counter()
    again, rest = [], []
    for item in items:
        test = item.nodeid.partition("[")[0]
        wanted = _asks_database(item) and cases[test] < MOST_CASES
        cases[test] += wanted
        (again if wanted else rest).append(item)
    config.hook.pytest_deselected(items=rest)
    items[:] = again


def _asks_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or _DATABASE.intersection(getattr(item, "fixturenames", ())))
