"""Mail as an operator sets it up: one address, a sender, and failures that are counted and told."""

import smtplib

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import send_mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from cms.mail import checks
from cms.settings.mail_url import mail_settings
from directory.models import MailRecord
from directory.reviewing.models import Letter, ReviewPlan
from directory.reviewing.round import ask
from tests import factories
from tests.cms.mail.server import mail_server

RESET = "/konto/adgangskode/glemt/"
#: A port that nobody listens on.
NOWHERE = 1


@pytest.fixture
def sends_to(settings):
    """Sends by the site's own backend to a port of this machine."""

    def to(port):
        settings.EMAIL_BACKEND = "cms.mail.backend.RecordingBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.DEFAULT_FROM_EMAIL = "Vejviser <vejviser@example.dk>"

    return to


@pytest.mark.parametrize(
    ("url", "host", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.dk", "mail.example.dk", 25, False, False),
        ("smtp://a:b@mail.example.dk?tls=on", "mail.example.dk", 587, True, False),
        ("smtp://mail.example.dk:2525?tls=on", "mail.example.dk", 2525, True, False),
        ("smtps://mail.example.dk", "mail.example.dk", 465, False, True),
    ],
)
def test_one_address_says_where_mail_goes(url, host, port, tls, ssl):
    told = mail_settings(url)
    assert (told["EMAIL_HOST"], told["EMAIL_PORT"]) == (host, port)
    assert (told["EMAIL_USE_TLS"], told["EMAIL_USE_SSL"]) == (tls, ssl)


def test_a_password_may_hold_any_character():
    told = mail_settings("smtp://vej%40viser:p%40ss%3A%2F@mail.example.dk")
    assert (told["EMAIL_HOST_USER"], told["EMAIL_HOST_PASSWORD"]) == ("vej@viser", "p@ss:/")


@pytest.mark.parametrize(
    "url", ["mail.example.dk", "http://a:hemmelig@x", "smtp://", "smtp://x:hest", "smtps://x?tls=on", "smtp://x?tsl=on"]
)
def test_what_is_no_mail_server_is_refused_without_saying_its_password(url):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL") as error:
        mail_settings(url)
    assert "hemmelig" not in str(error.value)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_mail_that_went_out_ends_what_failed_before(sends_to):
    sends_to(NOWHERE)
    for _again in range(2):
        with pytest.raises(OSError, match="refused"):
            send_mail("Hej", "Indhold", None, ["a@example.dk"])
    assert (MailRecord.latest().failures, MailRecord.latest().error) == (2, "ConnectionRefusedError")
    [told] = checks.mails_go_out(databases=["default"])
    assert (told.id, told.msg[:1]) == ("vejviser.W022", "2")
    with mail_server() as server:
        sends_to(server.server_address[1])
        call_command("sendtestemail", "a@example.dk")
    assert "a@example.dk" in server.mails[0]
    assert (MailRecord.latest().failures, MailRecord.latest().error) == (0, "")
    assert checks.mails_go_out(databases=["default"]) == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_mail_that_the_server_refuses_is_counted_once(sends_to):
    with mail_server(refusing=True) as server:
        sends_to(server.server_address[1])
        with pytest.raises(smtplib.SMTPException):
            send_mail("Hej", "Indhold", None, ["a@example.dk"])
    assert (MailRecord.latest().failures, MailRecord.latest().error) == (1, "SMTPRecipientsRefused")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("address", ["anna@example.dk", "ukendt@example.dk"])
def test_a_reset_that_cannot_be_sent_is_not_said_to_be_sent_whoever_asks(sends_to, address):
    User.objects.create_user("anna", "anna@example.dk", "pass")
    sends_to(NOWHERE)
    answer = Client().post(RESET, {"email": address})
    assert answer.status_code == 200
    assert "Der kan ikke sendes mail lige nu" in answer.content.decode()
    with mail_server() as server:
        sends_to(server.server_address[1])
        assert Client().post(RESET, {"email": address}).status_code == 302
    assert len(server.mails) == (address == "anna@example.dk")


def test_an_installation_without_mail_is_told_before_it_goes_live(settings):
    settings.EMAIL_BACKEND = "cms.mail.backend.RecordingBackend"
    settings.EMAIL_HOST, settings.EMAIL_HOST_USER, settings.DEFAULT_FROM_EMAIL = "localhost", "", "vejviser@localhost"
    assert [told.id for told in checks.mail_is_set_up()] == ["vejviser.W020"]
    settings.EMAIL_HOST = "mail.example.dk"
    assert [told.id for told in checks.mail_is_set_up()] == ["vejviser.W021"]
    settings.DEFAULT_FROM_EMAIL = "Vejviser <vejviser@example.dk>"
    assert checks.mail_is_set_up() == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_letter_to_a_place_that_cannot_be_sent_is_counted_once_though_its_transaction_is_undone(sends_to):
    municipality = factories.MunicipalityFactory(title="Vejle")
    ReviewPlan.objects.create(municipality=municipality, sender="Vejle", reply_to="a@example.dk", is_on=True)
    house = factories.OrganisationFactory(parent=municipality, email="huset@example.dk")
    factories.OfferFactory(parent=house)
    sends_to(NOWHERE)
    with pytest.raises(OSError, match="refused"):
        ask(timezone.localdate())
    assert (MailRecord.latest().failures, Letter.objects.count()) == (1, 0)
    with mail_server(refusing=True) as server:
        sends_to(server.server_address[1])
        assert ask(timezone.localdate()) == 0
    assert (MailRecord.latest().failures, MailRecord.latest().error) == (2, "SMTPRecipientsRefused")
