from datetime import date

from search.contract import Near
from search.embedded.facts_log import FactsReader, append, shorten
from search.facts import Fact

HERE = Fact("offer:1", ((55.7, 9.5),), date(2026, 1, 2), complete=True, audience={"unge": "only"})
THERE = Fact("offer:2", ((57.0, 10.0), (55.0, 9.0)))


def test_facts_come_back_as_they_were(tmp_path):
    append(tmp_path / "log", [HERE, THERE])
    facts = FactsReader(tmp_path / "log").facts()
    assert dict(facts) == {"offer:1": HERE, "offer:2": THERE}


def test_a_reader_reads_on_and_keeps_the_same_facts_when_nothing_was_added(tmp_path):
    append(tmp_path / "log", [HERE])
    reader = FactsReader(tmp_path / "log")
    before = reader.facts()
    assert reader.facts() is before
    append(tmp_path / "log", [THERE], gone=["offer:1"])
    assert set(reader.facts()) == {"offer:2"}
    assert set(before) == {"offer:1"}


def test_a_line_that_a_killed_writer_left_unfinished_is_passed_over(tmp_path):
    append(tmp_path / "log", [HERE])
    reader = FactsReader(tmp_path / "log")
    with (tmp_path / "log").open("a") as file:
        file.write('{"id": "offer:3", "poi')
    assert set(reader.facts()) == {"offer:1"}
    append(tmp_path / "log", [THERE])
    assert set(reader.facts()) == set(FactsReader(tmp_path / "log").facts()) == {"offer:1", "offer:2"}


def test_a_log_of_outdated_lines_is_written_anew_and_readers_follow(tmp_path):
    path = tmp_path / "log"
    reader = FactsReader(path)
    for _ in range(30):
        append(path, [HERE, THERE])
        reader.facts()
    long = path.stat().st_size
    shorten(path, limit=10)
    assert path.stat().st_size < long / 10
    append(path, [], gone=["offer:2"])
    assert dict(reader.facts()) == {"offer:1": HERE}


def test_distances_are_to_the_nearest_point(tmp_path):
    append(tmp_path / "log", [HERE, THERE])
    facts = FactsReader(tmp_path / "log").facts()
    assert list(facts.distances(Near(57.0, 10.0, km=1))) == ["offer:2"]
    assert set(facts.distances(Near(57.0, 10.0))) == {"offer:1", "offer:2"}
