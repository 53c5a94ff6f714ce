"""Two app servers on one database, and two processes on one of them: what one changes the other knows."""

import uuid

import pytest

# The marks ask for a test database, which is copied.
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture(params=["embedded", pytest.param("elastic", marks=pytest.mark.elastic)])
def search_url(request):
    """An index on each machine, or one that all share beside it: one of the test's own on the run's server."""
    if request.param == "embedded":
        return ""
    return f"{request.getfixturevalue('elasticsearch_url')}?prefix=two-{uuid.uuid4().hex}"


@pytest.fixture
def two(machine, search_url):
    """Both have made their index, as `prepare` does."""
    first, second = machine("first", search_url), machine("second", search_url)
    processes = [first.process(), second.process()]
    processes[0].ask(do="begin")
    for one in processes:
        one.ask(do="work")
        assert sorted(one.ask(do="found", text="kaffe")) == ["Kaffe i Kolding", "Kaffe i Vejle"]
    return first, second, *processes


def test_an_edit_on_one_is_found_on_the_other_when_its_worker_has_had_its_turn(two):
    first, second, one, other = two
    one.ask(do="publish", title="Kaffe i Vejle", new="Suppe i Vejle")
    # The worker of the first comes first, and again: it must leave to the other what is the other's.
    for process in (one, one, other):
        process.ask(do="work")
    for process in (one, other):
        assert process.ask(do="found", text="suppe") == ["Suppe i Vejle"]
        assert process.ask(do="found", text="kaffe") == ["Kaffe i Kolding"]
    for machine in (first, second):
        assert "agree on 2 offers" in machine.manage("search_index", "verify")


def test_words_of_the_editors_reach_all_at_the_next_search(two):
    _first, _second, one, other = two
    assert other.ask(do="found", text="bønnevand") == []
    one.ask(do="add_synonym", head="kaffe", equal="kaffe\nbønnevand")
    assert sorted(other.ask(do="found", text="bønnevand")) == ["Kaffe i Kolding", "Kaffe i Vejle"]


def test_an_index_of_which_nothing_was_heard_for_a_day_is_made_again_when_it_is_back(two):
    _first, second, one, other = two
    one.ask(do="pass_a_day")
    one.ask(do="work")
    one.ask(do="publish", title="Kaffe i Vejle", new="Suppe i Vejle")
    assert "another state of the database" in second.manage("search_index", "status")
    other.ask(do="work")
    assert other.ask(do="found", text="suppe") == ["Suppe i Vejle"]


def test_a_site_that_gets_a_host_or_another_one_is_there_for_all_processes_at_once(machine):
    server = machine("first")
    one, other = server.process(), server.process()
    one.ask(do="begin")
    one.ask(do="work")
    hosts = ["localhost", "vejle.localhost", "kolding.localhost"]
    for _round in range(2):
        for title, host in (("Vejle", hosts[1]), ("Kolding", hosts[2])):
            one.ask(do="give_site", title=title, host=host)
            for process in (other, one):
                for asked in (host, "localhost"):
                    for path in ("/", "/find-tilbud/", "/find-tilbud/?q=kaffe"):
                        answer = process.ask(do="visit", path=path, host=asked)
                        assert (answer["status"], answer["searchable"]) == (200, True), answer["text"]
        # In the second round they get other hosts.
        hosts = ["localhost", "nyvejle.localhost", "nykolding.localhost"]
