"""The guide for operators leads where it says: from nothing to live municipalities, and back from the loss of everything."""

import pytest

from tests.operator.guide import steps
from tests.operator.path import whole_path
from tests.services import nginx, postgresql
from tests.services.availability import ServiceMissing, unavailable


@pytest.mark.slow
def test_whoever_follows_the_guide_word_for_word_comes_through():
    try:
        nginx.program()
        postgresql.programs()
    except ServiceMissing as missing:
        unavailable(str(missing))
    assert set(whole_path(installs=False)) <= set(steps())
