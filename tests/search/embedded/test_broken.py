"""What can go wrong with a folder on a disk, and with processes."""

import json
import multiprocessing
import signal
import subprocess
import sys

import pytest

from search import Entry, Query, SearchUnavailable
from search.danish import Analyser
from search.embedded import EmbeddedStore
from search.store import Request
from tests.search.engines import embedded

ROWS = [Entry(id=f"offer:{n}", title=f"Kor {n}", text="Vi synger " * 50) for n in range(30)]


def unusable(engine):
    assert not engine.check().ready
    with pytest.raises(SearchUnavailable):
        engine.search(Query(text="kor", counted=("need",)))


def test_an_index_that_was_never_built_is_unavailable_rather_than_empty(tmp_path):
    engine = embedded(tmp_path / "index")
    unusable(engine)
    with pytest.raises(SearchUnavailable):
        engine.put(ROWS)
    engine.rebuild(ROWS)
    assert engine.search(Query()).total == 30


def test_a_folder_that_vanished_is_unavailable_until_it_is_rebuilt(tmp_path):
    engine = embedded(tmp_path / "index")
    engine.rebuild(ROWS)
    (tmp_path / "index").rename(tmp_path / "elsewhere")
    unusable(engine)
    engine.rebuild(ROWS)
    assert engine.search(Query()).total == 30


@pytest.mark.parametrize("name", ["current", "about.json", "meta.json", "facts.jsonl"])
def test_a_damaged_file_is_unavailable_until_the_index_is_rebuilt(tmp_path, name):
    embedded(tmp_path).rebuild(ROWS)
    for path in tmp_path.rglob(name):
        path.write_bytes(b"\xff\x00 not what it was")
    engine = embedded(tmp_path)
    if name != "facts.jsonl":  # lines that cannot be read are lines of a killed writer; ranking does without them
        unusable(engine)
    engine.rebuild(ROWS)
    assert engine.search(Query(text="kor")).total == 30


def test_segments_full_of_rubbish_are_unavailable_until_the_index_is_rebuilt(tmp_path):
    embedded(tmp_path).rebuild(ROWS)
    for path in tmp_path.rglob("*.*"):
        if path.suffix in {".idx", ".term", ".fast", ".fieldnorm", ".store", ".pos"}:
            path.write_bytes(b"\xab" * path.stat().st_size)
    engine = embedded(tmp_path)
    unusable(engine)
    engine.rebuild(ROWS)
    assert engine.search(Query(text="kor")).total == 30


@pytest.mark.parametrize("kind", [".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm"])
@pytest.mark.parametrize("damage", ["zeroed", "gone", "half", "one bit"])
def test_damage_to_any_file_is_seen_by_whoever_had_the_index_open(tmp_path, kind, damage):
    """tantivy looks at its files when it opens them, and at what it needs alone: a search may go well, and the next fail."""
    engine = embedded(tmp_path)
    engine.rebuild(ROWS)
    assert engine.check().ready
    path = next(tmp_path.rglob(f"*{kind}"))
    text = bytearray(path.read_bytes())
    text[len(text) // 3] ^= 1
    changed = {"zeroed": bytes(len(text)), "half": text[: len(text) // 2], "one bit": text}
    path.unlink()
    if damage != "gone":
        path.write_bytes(changed[damage])
    for one in (engine, embedded(tmp_path)):
        health = one.check()
        assert (health.ready, health.lost) == (False, True)
    engine.rebuild(ROWS)
    assert engine.check().ready
    assert engine.search(Query(text="kor")).total == 30


def test_what_a_sound_index_is_told_by_is_what_this_version_of_tantivy_writes(tmp_path):
    """After puts, drops and merges too: a check that took a whole index for a damaged one would make it again for ever."""
    engine = embedded(tmp_path)
    engine.rebuild(ROWS)
    for number in range(12):
        engine.put([Entry(id=f"offer:{number + 100}", title="Sang")])
        engine.drop([f"offer:{number}"])
        assert engine.check().problem == ""
    assert any(path.suffix == ".del" for path in tmp_path.rglob("*.del"))


def test_a_folder_that_nobody_can_write_to_answers_and_says_so(tmp_path, monkeypatch):
    engine = embedded(tmp_path)
    engine.rebuild(ROWS)
    # Where root runs the tests rights do not hold: a folder in place of the lock cannot be opened by anybody.
    (tmp_path / "writer.lock").unlink()
    (tmp_path / "writer.lock").mkdir()
    assert engine.search(Query(text="kor")).total == 30
    for write in (lambda: engine.put(ROWS), lambda: engine.rebuild(ROWS), lambda: engine.stamp("x")):
        with pytest.raises(SearchUnavailable, match="Nobody can write to"):
            write()


@pytest.mark.parametrize("name", ["../elsewhere", "/etc", "g-none", ""])
def test_a_current_file_that_leads_elsewhere_is_not_followed(tmp_path, name):
    engine = embedded(tmp_path / "index")
    engine.rebuild(ROWS)
    (tmp_path / "index" / "current").write_text(name)
    unusable(engine)


def test_an_index_with_other_facets_is_unavailable_until_it_is_rebuilt(tmp_path):
    embedded(tmp_path).rebuild(ROWS)
    store = EmbeddedStore(tmp_path, Analyser(), ("need", "brand-new"))
    with pytest.raises(SearchUnavailable, match="other facets"):
        store.ask(Request(counted=("brand-new",)))
    with pytest.raises(SearchUnavailable, match="other facets"):
        store.put(ROWS)


def test_another_analysis_is_told_and_still_answers(tmp_path):
    engine = embedded(tmp_path)
    engine.rebuild(ROWS)
    for path in tmp_path.rglob("about.json"):
        path.write_text(json.dumps(json.loads(path.read_text()) | {"analysis": "older"}))
    engine = embedded(tmp_path)
    assert engine.check().ready
    assert "rebuild" in engine.check().problem
    assert engine.search(Query(text="kor")).total == 30


def test_a_writer_who_waits_too_long_says_so(tmp_path):
    store = EmbeddedStore(tmp_path, Analyser(), (), patience=0.05)
    store.rebuild([])

    def entries():
        with pytest.raises(SearchUnavailable, match="Another process"):
            EmbeddedStore(tmp_path, Analyser(), (), patience=0.05).put(ROWS)
        yield from ROWS

    assert store.rebuild(entries()) == 30


KILLED = """
import sys, time
from pathlib import Path
from search import Entry
from tests.search.engines import embedded
def entries():
    for n in range(2000):
        yield Entry(id=f"offer:new{n}", title="Ny")
    print("half", flush=True)
    time.sleep(60)
embedded(Path(sys.argv[1])).rebuild(entries())
"""


def test_a_killed_rebuild_leaves_the_old_index_and_is_cleared_by_the_next(tmp_path):
    engine = embedded(tmp_path)
    engine.rebuild(ROWS)
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"half\n"
        process.send_signal(signal.SIGKILL)
    assert engine.search(Query(text="kor")).total == 30
    assert len(list(tmp_path.glob("g-*"))) == 2
    engine.put(ROWS[:1])
    engine.rebuild(ROWS[:5])
    assert len(list(tmp_path.glob("g-*"))) == 1
    assert engine.search(Query(text="kor")).total == 5


def _in_child(engine, pipe):
    pipe.send(engine.search(Query()).total)
    pipe.recv()
    pipe.send(engine.search(Query()).total)


@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_a_process_that_was_forked_sees_what_others_write_later(tmp_path):
    engine = embedded(tmp_path)
    engine.rebuild(ROWS)
    assert engine.search(Query()).total == 30
    ours, theirs = multiprocessing.get_context("fork").Pipe()
    child = multiprocessing.get_context("fork").Process(target=_in_child, args=(engine, theirs))
    child.start()
    assert ours.recv() == 30
    engine.drop(["offer:1"])
    ours.send("dropped")
    assert ours.recv() == 29
    child.join()


def test_another_process_sees_a_commit_at_once(tmp_path):
    writer, reader = embedded(tmp_path), embedded(tmp_path)
    writer.rebuild(ROWS)
    for n in range(10):
        assert reader.search(Query()).total == 30 - n
        writer.drop([f"offer:{n}"])
    assert reader.search(Query(text="kor")).total == 20
