"""The sentences by which the search learns how people tell of a topic."""

from directory.seed_data import seed_data
from directory.vocabulary.told import sentences
from tests.relevance.judgments import judged

#: The sets of judged queries.
SETS = ("dev", "dev2", "dev3", "dev4", "dev5")


def slugs(name: str) -> set[str]:
    return {term["slug"] for root in seed_data(name) for term in (root, *root["children"])}


def test_they_tell_of_topics_that_exist_and_each_is_there_once():
    kinds = (("need", "needs.json"), ("for", "target_groups.json"))
    topics = {f"{kind}:{slug}" for kind, name in kinds for slug in slugs(name)}
    assert {topic for row in sentences() for topic in row.topics} <= topics
    every = [text for row in sentences() for text in row.sentences]
    assert len(every) == len(set(every)) > 300


def test_none_of_them_is_a_judged_query():
    told = {text for row in sentences() for text in row.sentences}
    assert not told & {one.text for name in SETS for one in judged(name)}
