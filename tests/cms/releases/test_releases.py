"""Who works here learns which version runs and what is new; administrators get messages in their time."""

import http.server
import json
import threading
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.editing.releases import panel
from cms.editing.releases.panel import messages
from cms.health import program
from cms.municipalities.adding import add
from cms.municipalities.area import Area
from cms.papers.facts import program_version
from cms.releases import outside
from cms.releases.checks import news_come_unchanged
from cms.releases.outside import look, outside_news
from cms.releases.reading import Message, News, Weight, our_news, read_news
from directory.models import NewsFromOutside, Role
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


@pytest.fixture
def address(settings):
    """An address outside that answers what the test says: a status, and a body."""

    class Answers(http.server.BaseHTTPRequestHandler):
        told = (200, b"{}")

        def do_GET(self):
            status, body = Answers.told
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.NEWS_URL = f"http://127.0.0.1:{server.server_port}/news.json"
        yield Answers
        server.shutdown()


def test_the_version_that_runs_has_its_news_and_every_message_ends():
    assert our_news().releases[0].version == program_version()
    assert all(sentence.endswith((".", "?")) for release in our_news().releases for sentence in release.news)
    assert all(message.begins <= message.ends for message in our_news().messages)
    assert our_news().faults_of(program_version()) == []


def test_what_is_new_is_told_to_everybody_who_works_here():
    anna = people.signed_in(people.editor("anna", factories.OrganisationFactory(), "change_page"))
    page = anna.get(reverse("whats_new")).content.decode()
    assert f"version {program_version()}" in page
    assert our_news().releases[0].news[0] in page
    assert reverse("whats_new") in anna.get("/admin/").content.decode()


def test_a_message_is_told_in_its_time_and_the_heaviest_comes_first(monkeypatch):
    note = Message("En note.", date(2027, 1, 1), date(2027, 1, 31), Weight.NOTE)
    heavy = Message("Noget vigtigt.", date(2027, 1, 15), date(2027, 2, 15), Weight.IMPORTANT)
    monkeypatch.setattr(panel, "our_news", lambda: News(messages=(note, heavy)))
    assert messages(date(2026, 12, 31)) == []
    assert messages(date(2027, 1, 1)) == [note]
    assert messages(date(2027, 1, 31)) == [heavy, note]
    assert messages(date(2027, 2, 15)) == [heavy]
    assert messages(date(2027, 2, 16)) == []


def test_administrators_and_operators_get_messages_and_editors_do_not(monkeypatch):
    today = timezone.localdate()
    told = Message("Opgrader nu.", today, today, Weight.IMPORTANT)
    monkeypatch.setattr(panel, "our_news", lambda: News(messages=(told,)))
    vejle = factories.MunicipalityFactory(title="Vejle")
    add(Area(vejle), "vejle.localhost")
    sees = {}
    for role in (Role.EDITOR, Role.ADMINISTRATOR):
        user = people.editor(role, vejle, "add_page")
        user.groups.add(Area(vejle).groups().get(role=role).group)
        sees[role] = "Opgrader nu." in people.signed_in(user).get("/admin/").content.decode()
    assert sees == {Role.EDITOR: False, Role.ADMINISTRATOR: True}
    assert "<strong>Opgrader nu.</strong>" in people.signed_in(people.operator()).get("/admin/").content.decode()


def test_nobody_outside_is_asked_until_an_operator_wants_it(settings, monkeypatch):
    settings.NEWS_URL = ""
    monkeypatch.setattr(outside, "OpenerDirector", lambda: pytest.fail("somebody was asked"))
    look()
    assert (NewsFromOutside.objects.count(), outside_news(), program.known_faults()) == (0, News(), "")
    assert "Den spørger ingen udenfor" in people.signed_in(people.operator()).get(reverse("whats_new")).content.decode()


def test_news_from_outside_are_told_beside_our_own(address):
    day = {"from": "2026-11-30", "to": "2026-12-01", "weight": "important"}
    told = {
        "releases": [{"version": "99.0", "news": ["Noget <b>nyt</b>."]}],
        "messages": [{"text": "Opgrader i dag.", **day}],
    }
    address.told = (200, json.dumps(told).encode())
    look()
    assert [message.text for message in messages(TODAY) if message.begins == TODAY] == ["Opgrader i dag."]
    page = people.signed_in(people.operator()).get(reverse("whats_new")).content.decode()
    assert "Der er en nyere version: 99.0" in page
    assert "Noget &lt;b&gt;nyt&lt;/b&gt;." in page
    assert program.known_faults() == ""


def test_a_version_with_a_known_fault_is_not_well(address):
    fault = {"text": "Uploads kan læses af alle.", "versions": [program_version()]}
    address.told = (200, json.dumps({"faults": [fault]}).encode())
    look()
    assert (
        program.known_faults()
        == f"Denne version, {program_version()}, har en sikkerhedsfejl: Uploads kan læses af alle."
    )
    address.told = (200, json.dumps({"faults": [fault | {"versions": ["0.0.1"]}]}).encode())
    look()
    assert program.known_faults() == ""


@pytest.mark.parametrize(
    "told",
    [
        (500, b"{}"),
        (302, b"{}"),
        (204, b""),
        (200, b"<html>"),
        (200, b"[]"),
        (200, b'{"faults": [{"text": 7, "versions": []}]}'),
        (200, b'{"messages": [{"text": "x", "from": "i morgen", "to": "", "weight": "note"}]}'),
        (200, b"[" * 60_000),
        (200, b'"' + b"x" * 70_000 + b'"'),
        (200, b"\xff\xfe"),
    ],
)
def test_an_answer_that_cannot_be_read_leaves_what_was_told_before(address, told, caplog):
    address.told = (200, b'{"faults": [{"text": "Et hul.", "versions": ["1.0"]}]}')
    look()
    address.told = told
    look()
    assert outside_news().faults_of("1.0") == ["Et hul."]
    assert "could not be read at NEWS_URL" in caplog.text


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "ftp://127.0.0.1/news.json", "data:,{}", "https://127.0.0.1:1/", "x"]
)
def test_what_is_no_page_of_news_is_not_read(settings, where, caplog):
    settings.NEWS_URL = where
    look()
    assert not NewsFromOutside.objects.exists()
    assert "could not be read at NEWS_URL" in caplog.text


def test_an_address_that_is_silent_for_a_week_is_told(address):
    assert "endnu ikke læst" in program.known_faults()
    look()
    NewsFromOutside.objects.update(read=timezone.now() - timedelta(days=8))
    assert "sidst læst den" in program.known_faults()


def test_only_an_address_that_nobody_can_change_on_the_way_is_taken(settings):
    found = {}
    for where in ("", "https://example.dk/news.json", "http://example.dk/news.json"):
        settings.NEWS_URL = where
        found[where] = [error.id for error in news_come_unchanged()]
    assert found == {"": [], "https://example.dk/news.json": [], "http://example.dk/news.json": ["vejviser.E006"]}


def test_rows_without_end_are_cut():
    told = read_news(json.dumps({"releases": [{"version": "1", "news": ["x" * 600] * 101}] * 101})).releases
    assert len(told) == len(told[0].news) == 100
    assert len(told[0].news[0]) == 500
