"""Load balancers and monitors learn how the site is; strangers learn yes or no."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

import search
from cms.health.serving import OLD
from directory.indexing.stamps import begin, index_name
from directory.models import Figure, Heartbeat, Outbox
from tests.services.process import free_port

pytestmark = pytest.mark.django_db

TOKEN = "a-token-of-the-monitor"


@pytest.fixture
def monitor(client, settings):
    """Asks as a monitor does that has the token."""
    settings.METRICS_TOKEN = TOKEN

    def asked(address, token=TOKEN):
        return client.get(address, headers={"Authorization": f"Bearer {token}"})

    return asked


def waiting(hours=0, **told):
    """A change that has waited so many hours; the moment it was made."""
    row = Outbox.objects.create(key="offer:1", target=index_name("embedded"), **told)
    row.created = timezone.now() - timedelta(hours=hours)
    row.save()
    return row.created


def test_a_running_process_is_healthy_without_asking_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_a_site_whose_parts_are_well_is_ready(client, index):
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"ready": True})


def test_a_site_without_a_search_is_not_ready_and_strangers_learn_no_more(client, monitor, index, tmp_path):
    (tmp_path / "index").rename(tmp_path / "gone")
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"ready": False})
    told = monitor("/readyz").json()
    vital = {name: told[name] for name in ("ready", "database", "migrations", "search", "outbox", "static")}
    assert vital == {
        "ready": False,
        "database": True,
        "migrations": True,
        "search": False,
        "outbox": True,
        "static": True,
    }
    assert any("There is no index" in problem for problem in told["problems"])
    assert monitor("/readyz", token="guessed").json() == {"ready": False}


def test_changes_that_wait_too_long_are_told(client, index):
    waiting(hours=OLD / 3600 - 0.1)
    assert client.get("/readyz").status_code == 200
    waiting(hours=OLD / 3600 + 0.1)
    assert client.get("/readyz").status_code == 503


def test_a_change_that_was_set_aside_keeps_nobody_from_the_site(client, index):
    waiting(hours=100, error="ValueError: no")
    assert client.get("/readyz").status_code == 200


def test_one_index_that_is_up_to_date_is_enough(client, index, search_site):
    search_site(url=f"http://127.0.0.1:{free_port()}")
    begin("elastic")
    Outbox.objects.update_or_create(key="offer:1", target="elastic")
    Outbox.objects.update(created=timezone.now() - timedelta(hours=100))
    assert client.get("/readyz").status_code == 200


def test_a_database_that_is_behind_is_not_ready(monitor, index):
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415 - needs the apps

    MigrationRecorder.Migration.objects.filter(app="directory").latest("applied").delete()
    response = monitor("/readyz")
    assert (response.status_code, response.json()["migrations"]) == (503, False)


def test_numbers_are_for_the_monitor_alone(client, monitor, settings):
    assert client.get("/metrics").status_code == 404
    assert monitor("/metrics", token="").status_code == 404
    assert monitor("/metrics", token="gættet").status_code == 404
    settings.METRICS_TOKEN = ""
    assert monitor("/metrics", token="").status_code == 404


def test_the_numbers_tell_what_waits_and_how_searches_went(monitor, index):
    made = waiting(hours=1)
    waiting(error="ValueError: no")
    Heartbeat.beat("search")

    before = numbers(monitor)
    assert before['vejviser_outbox_rows{target="embedded"}'] == 2
    waited = round((timezone.now() - made).total_seconds(), 1)
    assert 3600 <= before['vejviser_outbox_oldest_seconds{target="embedded"}'] <= waited
    assert before["vejviser_outbox_set_aside"] == before["vejviser_worker_alive"] == 1
    index.search(search.Query(text="kaffe"))
    after = numbers(monitor)
    assert after["vejviser_searches_total"] == before["vejviser_searches_total"] + 1
    assert after["vejviser_search_seconds_total"] > before["vejviser_search_seconds_total"]
    assert not any("kaffe" in name for name in after)


def numbers(monitor):
    lines = monitor("/metrics").content.decode().splitlines()
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}


def test_every_number_says_what_it_is_and_how_it_moves(monitor, index):
    lines = monitor("/metrics").content.decode().splitlines()
    named = {line.split("{")[0].split(" ")[0] for line in lines if not line.startswith("#")}
    for kind in ("HELP", "TYPE"):
        assert {line.split(" ")[2] for line in lines if line.startswith(f"# {kind}")} >= named
    # Each name stands in one block, under what is said of it, as Prometheus asks.
    told = [line.split(" ")[2] for line in lines if line.startswith("# TYPE")]
    assert len(told) == len(set(told))
    assert "# TYPE vejviser_searches_total counter" in lines


def test_searches_of_all_processes_are_summed(monitor, index):
    before = numbers(monitor)["vejviser_searches_total"]
    Figure.add({"search searches": 7})  # what another process has counted
    index.search(search.Query(text="kaffe"))
    assert numbers(monitor)["vejviser_searches_total"] == before + 8
    assert numbers(monitor)["vejviser_searches_total"] == before + 8


@pytest.mark.parametrize("address", ["/readyz", "/metrics"])
def test_without_a_database_they_say_that_it_is_gone(monitor, index, monkeypatch, address):
    def gone(*_arguments, **_options):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", gone)
    answer = monitor(address)
    monkeypatch.undo()
    if address == "/readyz":
        assert (answer.status_code, answer.json()["database"]) == (503, False)
    else:
        assert (answer.status_code, answer.content.decode().splitlines()[-1]) == (
            200,
            'vejviser_well{part="database"} 0',
        )


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/metrics"])
def test_nothing_is_sent_to_them(monitor, client, address):
    assert client.post(address).status_code == 405
