"""Load balancers and monitors learn how the site is; strangers learn yes or no."""

from datetime import timedelta

import pytest
from django.utils import timezone

import search
from cms.views.health import OLD
from directory.models import Heartbeat, Outbox

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
    row = Outbox.objects.create(key="offer:1", target="embedded", **told)
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
    assert told == {"ready": False, "database": True, "migrations": True, "search": False, "outbox": True}
    assert monitor("/readyz", token="guessed").json() == {"ready": False}


def test_changes_that_wait_too_long_are_told(client, index):
    waiting(hours=OLD / 3600 - 0.1)
    assert client.get("/readyz").status_code == 200
    waiting(hours=OLD / 3600 + 0.1)
    assert client.get("/readyz").status_code == 503


def test_a_change_that_was_set_aside_keeps_nobody_from_the_site(client, index):
    waiting(hours=100, error="ValueError: no")
    assert client.get("/readyz").status_code == 200


def test_one_index_that_is_up_to_date_is_enough(client, index, monkeypatch):
    monkeypatch.setattr("cms.views.health.target_names", lambda: ("elastic", "embedded"))
    waiting(hours=100)
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

    def numbers():
        lines = monitor("/metrics").content.decode().splitlines()
        return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}

    before = numbers()
    assert before['vejviser_outbox_rows{target="embedded"}'] == 2
    waited = round((timezone.now() - made).total_seconds(), 1)
    assert 3600 <= before['vejviser_outbox_oldest_seconds{target="embedded"}'] <= waited
    assert before["vejviser_outbox_set_aside"] == before["vejviser_worker_alive"] == 1
    index.search(search.Query(text="kaffe"))
    after = numbers()
    assert after["vejviser_searches_total"] == before["vejviser_searches_total"] + 1
    assert after["vejviser_search_seconds_total"] > before["vejviser_search_seconds_total"]
    assert not any("kaffe" in name for name in after)


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/metrics"])
def test_nothing_is_sent_to_them(monitor, client, address):
    assert client.post(address).status_code == 405
