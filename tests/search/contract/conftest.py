import pytest

from search import Entry
from tests.search.engines import ENGINES


@pytest.fixture(params=["embedded"])
def engine(request, tmp_path):
    """Each engine in turn, with an index that is there and empty."""
    made = ENGINES[request.param](tmp_path / "index")
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
