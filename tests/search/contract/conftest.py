import pytest

from search import Entry
from tests.search.engines import ENGINES, engine_for


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    """Each engine in turn, with an index that is there and empty."""
    made = engine_for(request, tmp_path / "index", "one")
    made.rebuild([])
    return made


@pytest.fixture
def swim():
    return Entry(id="offer:1", title="Svømning for alle", text="Vi svømmer sammen.", facets={"need": ("motion",)})


@pytest.fixture
def choir():
    return Entry(
        id="offer:2",
        title="Kor",
        labels=("Ensomhed", "Musik"),
        text="Vi synger og drikker kaffe bagefter.",
        facets={"need": ("ensomhed", "musik")},
    )
