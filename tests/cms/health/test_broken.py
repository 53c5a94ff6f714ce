"""Each thing that can break is broken, and `/readyz`, the check and the admin's page name it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms import collecting
from cms.health.table import CONDITIONS
from directory.demo.people import ensure_editor
from directory.indexing.rebuilding import rebuild
from directory.indexing.stamps import begin, index_name
from directory.models import Heartbeat, IndexStamp, MailRecord, Outbox
from tests import factories
from tests.cms.editing import people
from tests.services.process import free_port

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=20)


@pytest.fixture
def well(index, settings):
    """A site for real visitors, with which all is well."""
    factories.DropInCentreFactory(title="Lanternen")
    rebuild("embedded", index)
    call_command("search_index", "work", once=True)
    Heartbeat.beat("backup")
    settings.METRICS_TOKEN = "token"
    return index


def told(client):
    """What a monitor is told: the names of what is wrong, and the sentences."""
    body = client.get("/readyz", headers={"Authorization": "Bearer token"}).json()
    return {name for name, is_well in body.items() if is_well is False} - {"ready"}, body["problems"]


def checked():
    """What the check says."""
    return {one.id for one in run_checks(databases=["default"])}


def is_named(client, operator, names, sentence, check):
    """Every place names it."""
    wrong, problems = told(client)
    assert wrong == names
    assert any(sentence in problem for problem in problems), problems
    assert check in checked()
    page = operator.get(reverse("health"), headers={"accept-language": "en"}).content.decode()
    assert page.count("<strong>") == len(problems)


@pytest.fixture
def operator(db):
    return people.signed_in(people.operator())


def damage(tmp_path):
    path = next((tmp_path / "index").rglob("*.store"))
    path.write_bytes(bytes(path.stat().st_size))


def test_a_site_with_which_all_is_well(client, well, operator):
    assert told(client) == (set(), [])
    assert not any(name.startswith("vejviser.W") for name in checked())
    page = operator.get(reverse("health")).content.decode()
    assert "<strong>" not in page
    assert ": 7 dage tilbage" in page


def test_a_damaged_index_is_seen_and_the_worker_heals_it(client, well, operator, tmp_path):
    damage(tmp_path)
    is_named(client, operator, {"search", "indexes"}, "The embedded index cannot be checked", "vejviser.W001")
    assert client.get("/readyz").status_code == 503
    said = StringIO()
    call_command("search_index", "status", stdout=said)
    assert "not ready" in said.getvalue()
    call_command("search_index", "work", once=True)
    assert told(client) == (set(), [])


def test_verify_sees_the_damage_too_and_mends_it(well, tmp_path):
    damage(tmp_path)
    said = StringIO()
    call_command("search_index", "verify", stdout=said)
    assert "The index embedded was made again. The embedded index cannot be checked" in said.getvalue()
    call_command("search_index", "verify", stdout=said)
    assert said.getvalue().count("made again") == 1


def test_an_index_of_another_state_of_the_database(client, well, operator):
    """As after a restore by other means than the site's own."""
    IndexStamp.objects.all().delete()
    IndexStamp.objects.create(index=index_name("embedded"), stamp="of an earlier day")
    is_named(client, operator, {"search", "indexes"}, "another state of the database", "vejviser.W002")
    call_command("search_index", "work", once=True)
    assert told(client) == (set(), [])


def test_a_search_server_that_does_not_answer_is_named_and_visitors_are_answered_without_it(
    client, well, operator, search_site
):
    search_site(url=f"http://127.0.0.1:{free_port()}")
    is_named(client, operator, {"indexes"}, "The index elastic", "vejviser.W001")
    assert client.get("/readyz").status_code == 200


def test_a_database_of_an_earlier_version(client, well, operator):
    MigrationRecorder.Migration.objects.filter(app="directory").latest("applied").delete()
    is_named(client, operator, {"migrations"}, "earlier version", "vejviser.W030")
    assert client.get("/readyz").status_code == 503


def test_changes_that_nobody_sends(client, well, operator):
    Outbox.objects.create(key="offer:1", target=index_name("embedded"))
    Outbox.objects.update(created=timezone.now() - timedelta(hours=2))
    is_named(client, operator, {"outbox"}, "waited for the search", "vejviser.W031")


def test_static_files_of_another_version(client, well, operator, monkeypatch):
    monkeypatch.setattr(collecting, "_served_as", lambda: {"cms/new.css": ""})
    is_named(client, operator, {"static"}, "cms/new.css", "vejviser.W032")
    assert client.get("/readyz").status_code == 503


def test_no_worker_where_one_is_needed(client, well, operator, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    Heartbeat.objects.filter(name="search").update(seen=timezone.now() - LONG_AGO)
    is_named(client, operator, {"worker"}, "No worker was seen", "vejviser.W003")
    assert client.get("/readyz").status_code == 200


def test_a_second_machine_needs_a_worker_too(client, well):
    Heartbeat.objects.filter(name="search").delete()
    assert told(client)[0] == set()
    IndexStamp.objects.create(index="embedded of another machine")
    assert told(client)[0] == {"worker"}


def test_scheduled_work_that_was_not_done(client, well, operator):
    Heartbeat.objects.filter(name="duty publish").update(seen=timezone.now() - timedelta(hours=1))
    is_named(client, operator, {"duties"}, "not done in time: publish", "vejviser.W033")


def test_opening_hours_that_run_out(client, well, operator):
    Heartbeat.objects.filter(name__startswith="made").update(seen=timezone.now() - LONG_AGO)
    is_named(client, operator, {"hours"}, "opening hours until", "vejviser.W034")


def test_tasks_that_nobody_does(client, well, operator):
    moment = timezone.now() - timedelta(hours=1)
    DBTaskResult.objects.create(args_kwargs={}, task_path="x", backend_name="default", run_after=moment)
    DBTaskResult.objects.update(enqueued_at=moment)
    is_named(client, operator, {"tasks"}, "Tasks have waited", "vejviser.W035")


def test_mails_that_nobody_gets(client, well, operator):
    MailRecord.objects.create(pk=MailRecord.THE_ONE, failures=2, failed=timezone.now(), error="ConnectionRefusedError")
    is_named(client, operator, {"mails"}, "2 mails could not be sent", "vejviser.W022")


@pytest.mark.parametrize("age", [None, LONG_AGO])
def test_no_backup(client, well, operator, age):
    if age is None:
        Heartbeat.objects.filter(name="backup").delete()
    else:
        Heartbeat.objects.filter(name="backup").update(seen=timezone.now() - age)
    is_named(client, operator, {"backup"}, "backup", "vejviser.W036")


def test_whoever_takes_backups_by_other_means_is_not_told(client, well, settings):
    Heartbeat.objects.filter(name="backup").delete()
    settings.BACKUP_DAYS = 0
    assert told(client)[0] == set()


def test_a_folder_that_cannot_be_written_to(client, well, operator, settings):
    settings.MEDIA_ROOT = "/proc/media"  # where nobody makes files, whatever the rights
    is_named(client, operator, {"folders"}, "cannot write to /proc", "vejviser.W037")
    assert client.get("/readyz").status_code == 200


def test_an_account_with_a_password_that_everybody_knows(client, well, operator):
    """As after a trial's database became the real one."""
    factories.portal()
    ensure_editor()
    is_named(client, operator, {"login"}, "“redaktoer” is here", "vejviser.W038")


def test_the_page_is_for_operators_alone(db):
    editor = people.signed_in(people.editor("redaktør", factories.portal(), "add_page"))
    assert editor.get(reverse("health")).status_code in {302, 403}


def test_every_condition_is_told_by_one_check():
    ids = [one.id for one in CONDITIONS if one.id]
    assert len(ids) == len(set(ids))
    assert {one.name for one in CONDITIONS if not one.id} == {"database", "search", "indexes", "worker", "mails"}


def test_an_index_that_is_made_for_the_first_time_is_of_this_database(index):
    assert begin("embedded") in set(IndexStamp.objects.values_list("stamp", flat=True))
