"""Links are asked whether they answer: politely, within seconds, on two days before anybody is told, and never inside."""

import socket
import threading
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.urls import reverse

from directory.links import asking, rounds
from directory.links.asking import fault_of, is_public
from directory.links.models import CheckedLink
from tests import factories
from tests.cms.editing import people

TODAY = date(2026, 11, 30)


@contextmanager
def answering(*answers: bytes):
    """A host that gives these answers, one to each call; the lines that it was asked with."""
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            for answer in answers:
                line, _from = server.accept()
                with line:
                    heard.append(line.recv(4096).decode())
                    line.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        thread.join(10)


def told(url):
    """The fault of a page, where this machine may be asked as well."""
    return fault_of(url, allowed=bool)


def head(status, *headers):
    return "\r\n".join([f"HTTP/1.1 {status} Told", *headers, "", ""]).encode()


@pytest.mark.parametrize("status", [200, 204, 401, 429, 503])
def test_a_page_that_is_there_or_does_not_say_has_no_fault(status):
    with answering(head(status)) as (url, heard):
        assert told(f"{url}/om os?x=å\r\nHost: andre") == ""
    assert heard[0].startswith("HEAD /om%20os?x=%C3%A5")
    assert "\r\nHost: andre" not in heard[0]


def test_a_server_that_knows_no_head_is_asked_for_the_page():
    with answering(head(405), head(200)) as (url, heard):
        assert told(url) == ""
    assert [line.split()[0] for line in heard] == ["HEAD", "GET"]


@pytest.mark.parametrize(("answers", "said"), [
    ((head(404), head(404)), "404"), ((head(500),), "500"), ((b"220 mail ready\r\n\r\n",), "hjemmeside"), ((b"",), "hjemmeside"),
])  # fmt: skip
def test_a_page_that_is_gone_or_none_has_a_fault_in_words(answers, said):
    with answering(*answers) as (url, _heard):
        assert said in told(url)


def test_one_that_leads_on_is_followed_but_not_for_ever():
    with answering(head(301, "Location: /nyt"), head(200)) as (url, heard):
        assert told(url) == ""
    assert heard[1].startswith("HEAD /nyt ")
    with answering(*[head(302, "Location: /igen")] * 5) as (url, heard):
        assert told(url) == ""
    assert len(heard) == 5


def test_a_host_that_says_nothing_costs_seconds_and_no_more(monkeypatch):
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert told(f"http://127.0.0.1:{silent.getsockname()[1]}") != ""


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "::1", "fe80::1", "fd00::1",
    "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1",
])  # fmt: skip
def test_no_closed_network_is_public(address):
    assert not is_public(address)
    assert is_public("193.3.184.1")
    assert is_public("2a00:1450::1")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "localhost", "[::1]", "0x7f000001"])
def test_a_link_into_a_closed_network_is_not_asked(host, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *_asked, **_more: pytest.fail("it was asked"))
    assert fault_of(f"http://{host}/admin/")


def test_a_page_that_leads_into_a_closed_network_is_followed_no_further():
    with answering(head(302, "Location: http://10.1.2.3/")) as (url, _heard):
        assert "lukket netværk" in fault_of(url, allowed=lambda address: address == "127.0.0.1")


@pytest.mark.parametrize(
    "url", ["ftp://example.dk/", "http://", "http://a:b/", "javascript:1", "http://" + "a" * 300, "http://\udcff/"]
)
def test_what_is_no_web_address_is_told_and_no_error(url):
    assert fault_of(url) != ""


@pytest.mark.django_db
def test_each_host_is_asked_once_in_a_round_and_each_page_once_a_week():
    house = factories.OrganisationFactory()
    for number, url in enumerate(("https://a.example.dk/1", "https://a.example.dk/2", "https://b.example.dk/")):
        factories.OfferFactory(title=f"T{number}", website=url, parent=type(house).objects.get(pk=house.pk))
    seen = []
    ask = lambda url: seen.append(url) or ""  # noqa: E731 - notes what it was asked, and finds nothing
    assert [rounds.check_some(TODAY, ask) for _round in range(3)] == [2, 1, 0]
    assert len(set(seen)) == 3
    assert rounds.check_some(TODAY + timedelta(days=7), ask) == 2


@pytest.mark.django_db
def test_two_bad_days_put_a_link_on_the_list_of_its_editors_and_an_answer_takes_it_off():
    offer = factories.OfferFactory(title="Huset", website="https://a.example.dk/")
    editor = people.signed_in(people.editor("anna", offer.get_parent(), "change_page"))
    other = people.signed_in(people.editor("bo", factories.OrganisationFactory(), "change_page"))
    report = reverse("links_report")
    shown = []
    for day, fault in ((0, "Væk"), (0, "Væk"), (1, "Væk"), (2, "")):
        rounds.check_some(TODAY + timedelta(days=day), lambda _url, fault=fault: fault)
        shown.append("Huset" in editor.get(report).content.decode())
        assert "Huset" not in other.get(report).content.decode()
    assert shown == [False, False, True, False]


@pytest.mark.django_db
def test_a_link_that_nobody_names_any_more_is_forgotten_and_nobody_is_asked_before_it_is_wanted(settings, monkeypatch):
    offer = factories.OfferFactory(website="https://a.example.dk/")
    rounds.check_some(TODAY, lambda _url: "")
    offer.website = "https://b.example.dk/"
    offer.save_revision().publish()
    rounds.check_some(TODAY, lambda _url: "")
    assert [row.url for row in CheckedLink.objects.all()] == ["https://b.example.dk/"]
    asked = []
    monkeypatch.setattr(rounds, "check_some", asked.append)
    settings.LINKS_CHECKED = False
    rounds.check_when_wanted()
    assert asked == []
