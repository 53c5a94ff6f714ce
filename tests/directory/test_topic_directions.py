"""The directions of topics that ship: they are about topics that exist, and know texts that stand in no phrase."""

import pytest

from directory.seed_data import seed_data
from directory.vocabulary import directions
from directory.vocabulary.directions import phrases
from search.semantic import Model, Topics, can_run


def test_there_is_one_for_each_topic_that_ships():
    kinds = (("need", "needs.json"), ("for", "target_groups.json"))
    every = {
        f"{kind}:{term['slug']}"
        for kind, name in kinds
        for root in seed_data(name)
        for term in (root, *root["children"])
    }
    assert set(directions()) == every


@pytest.mark.skipif(not can_run(), reason="the sentence model is not installed, or the processor cannot run it")
@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the doctor told me that my husband has dementia", "need:demens"),
        ("vågner midt om natten og stirrer op i loftet", "need:soevn"),
        ("skylder banken en formue", "need:gaeld"),
    ],
)
def test_a_text_that_stands_in_no_phrase_is_known(text, topic):
    assert text not in {phrase for phrase, _ in phrases()}
    found = Topics(directions()).of(Model().of_query(text))
    assert topic in sorted(found, key=found.get, reverse=True)[:3]
