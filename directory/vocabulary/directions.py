"""The directions of topics that the sentence model knows: they ship with the code, and are learnt from what ships with it."""

import json
from dataclasses import asdict
from pathlib import Path

from directory.seed_data import seed_data
from directory.vocabulary.told import sentences
from search.semantic import Direction, Model, learnt

FILE = "topic_directions.json"


def directions() -> dict[str, Direction]:
    """The direction of each topic, by its name in the index."""
    return {topic: Direction(**row) for topic, row in seed_data(FILE).items()}


def phrases() -> list[tuple[str, tuple[str, ...]]]:
    """How people speak of topics: the names and everyday names of needs and target groups, and sentences that tell of them."""
    named = [
        (text, (f"{kind}:{term['slug']}",))
        for kind, name in (("need", "needs.json"), ("for", "target_groups.json"))
        for root in seed_data(name)
        for term in (root, *root.get("children", ()))
        for text in (term["name"], *term.get("everyday", ()))
    ]
    return [*named, *((text, told.topics) for told in sentences() for text in told.sentences)]


def learn_directions(path: Path) -> int:
    """Write the directions again; tells how many. Takes a minute or two of one core."""
    model = Model()
    found = learnt([(model.of_query(text), topics) for text, topics in phrases()])
    path.write_text(json.dumps({topic: asdict(one) for topic, one in found.items()}, indent=1) + "\n", "utf-8")
    return len(found)
