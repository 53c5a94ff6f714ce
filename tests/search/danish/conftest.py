"""The analysis as every installation begins with it, and the words that the demonstration offers have."""

import json
from pathlib import Path

import pytest

from search.danish import NONE, Analyser, count_words

DATA = Path(__file__).parents[1] / "data"
OFFERS = Path(__file__).parents[3] / "directory" / "demo" / "data" / "offers.json"


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def offer_texts() -> list[str]:
    """What is written in the offers: names, texts, and the free words for needs and groups."""
    told = ("name", "summary", "description", "organisation", "schedule_text", "first_visit")
    return [
        text
        for offer in json.loads(OFFERS.read_text(encoding="utf-8"))
        for text in (*(offer[name] or "" for name in told), *offer["needs"], *offer["target_groups"])
    ]


def synonym_terms() -> list[str]:
    groups = json.loads((DATA / "synonyms_da_social.json").read_text(encoding="utf-8"))
    return [term for group in groups for term in (group["head"], *group["terms"])]


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture(scope="session")
def bare() -> Analyser:
    """The dictionary alone, without what editors have said."""
    return Analyser(NONE)


@pytest.fixture(scope="session")
def index_words(analyser) -> dict[str, int]:
    return count_words(analyser, offer_texts())


@pytest.fixture(scope="session")
def vocabulary(analyser, index_words) -> dict[str, int]:
    """The index's words and those of the synonyms, which no offer has to use."""
    return dict.fromkeys(count_words(analyser, synonym_terms()), 0) | index_words
