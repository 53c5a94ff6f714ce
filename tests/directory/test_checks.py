"""What is wrong with how the site is set up is said when it starts, with what to do."""

import pytest

from directory.checks import engine_is_known, index_is_ready, worker_is_alive
from directory.models import Heartbeat
from search.danish import Overlay
from tests.services.process import free_port

pytestmark = pytest.mark.django_db

ALL = {"databases": ["default"]}


def ids(found):
    assert all(one.hint for one in found)
    return [one.id for one in found]


@pytest.mark.parametrize("url", ["solr://host", "https://host-without-port", "https://host:9200/?colour=red", "x"])
def test_an_engine_that_nobody_knows_is_an_error(settings, url):
    settings.SEARCH_URL = url
    assert ids(engine_is_known()) == ["vejviser.E001"]


@pytest.mark.parametrize("url", ["", "embedded:", "https://a:9200", "https://n:p@a:9200,https://b:9200/?prefix=kbh"])
def test_engines_that_are_known_are_no_error(settings, url):
    settings.SEARCH_URL = url
    assert engine_is_known() == []


def test_an_error_tells_no_secret(settings):
    settings.SEARCH_URL = "https://name:hemmeligt@host/?colour=red"
    assert "hemmeligt" not in str(engine_is_known())


def test_an_index_that_is_well_is_no_warning(index):
    assert index_is_ready(**ALL) == []


def test_an_index_that_does_not_answer_is_a_warning(index, tmp_path):
    (tmp_path / "index").rename(tmp_path / "gone")
    assert ids(index_is_ready(**ALL)) == ["vejviser.W001"]


def test_a_server_that_nobody_runs_is_a_warning_and_the_other_index_is_well(index, search_site):
    search_site(url=f"http://127.0.0.1:{free_port()}")
    found = index_is_ready(**ALL)
    assert ids(found) == ["vejviser.W001"]
    assert "elastic" in found[0].msg


def test_an_index_of_another_analysis_is_a_warning(index, search_site):
    other = Overlay(parts=frozenset({"fjordtur"}))
    search_site(overlay=lambda: other)
    found = index_is_ready(**ALL)
    assert ids(found) == ["vejviser.W002"]
    assert "rebuild --target embedded" in found[0].hint


def test_nothing_is_asked_where_the_database_is_not_to_be_touched(index, tmp_path, django_assert_num_queries):
    (tmp_path / "index").rename(tmp_path / "gone")
    with django_assert_num_queries(0):
        assert index_is_ready() == worker_is_alive() == []


def test_a_worker_that_nobody_saw_is_a_warning_where_one_is_needed(settings):
    assert worker_is_alive(**ALL) == []
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    assert ids(worker_is_alive(**ALL)) == ["vejviser.W003"]
    Heartbeat.beat("search")
    assert worker_is_alive(**ALL) == []


def test_a_worker_is_needed_beside_a_server(search_site):
    search_site(url="http://127.0.0.1:9200")
    assert ids(worker_is_alive(**ALL)) == ["vejviser.W003"]
