"""What tests of the directory share."""

import pytest
from django.test import TestCase

import search
from directory.indexing.facets import FACETS
from directory.vocabulary import current


@pytest.fixture
def index(tmp_path, settings):
    """A fresh search index, kept up to date as on the site; use `committed` around what is to be found."""
    settings.SEARCH_LIVE_UPDATES = True
    search.configure(url="", index_dir=tmp_path / "index", facets=FACETS, vocabulary=current)
    search.engine().rebuild([])
    yield search.engine()
    search.configure(url="", index_dir=settings.SEARCH_INDEX_DIR, facets=FACETS, vocabulary=current)


@pytest.fixture
def committed():
    """A block whose end is the end of the transaction: what waits for the commit is done then."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)
