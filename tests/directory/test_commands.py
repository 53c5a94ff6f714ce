"""The commands of the shell: searching, and looking after the index."""

import json

import pytest
from django.core.management import CommandError, call_command

from directory.indexing.stamps import index_name
from directory.models import OfferPage, Outbox
from tests.factories import DropInCentreFactory, MunicipalityFactory, NeedFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def offers(index, committed):
    with committed():
        vejle = MunicipalityFactory(title="Vejle", slug="vejle")
        owner = OrganisationFactory(parent=vejle)
        DropInCentreFactory(
            title="Kaffestuen", parent=owner, external_id="vejle--kaffe", needs=[NeedFactory(slug="mad")]
        )
        DropInCentreFactory(title="Lyspunktet")


def run(capsys, *args):
    call_command(*args)
    return capsys.readouterr().out


def ask(capsys, monkeypatch, *lines):
    monkeypatch.setattr("sys.stdin", iter(f"{line}\n" for line in lines))
    return [json.loads(line) for line in run(capsys, "find", "--json").splitlines()]


def test_find_prints_titles_scores_and_counts(capsys, offers):
    out = run(capsys, "find", "kaffestuen")
    assert "Kaffestuen" in out
    assert "1 offers" in out
    assert "kind: drop_in_centre 1" in out


def test_find_narrows_by_municipality_and_need(capsys, offers):
    assert "Lyspunktet" not in run(capsys, "find", "", "--municipality", "vejle")
    assert "Kaffestuen" in run(capsys, "find", "", "--municipality", "Vejle", "--need", "mad")


def test_find_names_a_municipality_that_does_not_exist(offers):
    with pytest.raises(CommandError, match="slug"):
        call_command("find", "x", "--municipality", "atlantis")


def test_queries_are_read_from_standard_input(capsys, monkeypatch, offers):
    answers = ask(
        capsys,
        monkeypatch,
        json.dumps({"text": "kaffestuen", "municipality": "Vejle", "facets": {"need": ["mad"]}}),
        json.dumps({"text": "", "municipality": None}),
    )
    assert answers[0]["hits"] == ["vejle--kaffe"]
    assert answers[0]["counts"]["need"] == {"mad": 1}
    assert answers[1]["total"] == 2


@pytest.mark.parametrize("line", ["not json", "[]", "3", '{"facets": [1]}', '{"facets": {"need": 3}}'])
def test_a_line_that_is_no_query_is_answered_with_an_error_and_the_next_is_read(capsys, monkeypatch, offers, line):
    answers = ask(capsys, monkeypatch, line, '{"text": "kaffestuen"}')
    assert "not a query" in answers[0]["error"]
    assert answers[1]["total"] == 1


def test_verify_mends_what_no_signal_told(capsys, index, offers):
    OfferPage.objects.filter(title="Kaffestuen").update(live=False)
    said = run(capsys, "search_index", "verify")
    assert "is extra in the index embedded" in said
    assert "1 differences were found and mended." in said
    assert "agree on 1 offers" in run(capsys, "search_index", "verify")


def test_rebuild_heals_and_applies_what_waited(capsys, index, offers):
    Outbox.objects.create(key=f"offer:{OfferPage.objects.first().pk}", target=index_name("embedded"))
    assert "2 offers are in the index" in run(capsys, "search_index", "rebuild")
    assert not Outbox.objects.exists()
    assert "ready" in run(capsys, "search_index", "status")


def test_sync_sends_what_waits(capsys, index, offers):
    Outbox.objects.create(key="offer:999999", target=index_name("embedded"))
    assert "1 changes were sent" in run(capsys, "search_index", "sync")


def test_without_an_index_the_commands_say_what_to_do(capsys, index, offers, tmp_path):
    (tmp_path / "index").rename(tmp_path / "gone")
    with pytest.raises(CommandError, match="search_index rebuild"):
        call_command("find", "kaffestuen")
    assert "not ready" in run(capsys, "search_index", "status")
    assert "was made again" in run(capsys, "search_index", "verify")
    assert "Kaffestuen" in run(capsys, "find", "kaffestuen")
