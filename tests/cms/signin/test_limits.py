"""Who guesses passwords is stopped, also when the right one comes; nobody else is."""

import pytest
from django.contrib.auth import get_user_model

from cms.signin import limits as login
from cms.signin.limits import MAX_FOR_ONE_ACCOUNT, MAX_FROM_ONE_PLACE
from directory.demo.login import PASSWORD

pytestmark = pytest.mark.django_db
DOOR = "/konto/log-ind/"


@pytest.fixture(autouse=True)
def nobody_has_tried():
    for limit in login.LIMITS:
        limit.forget()
    yield
    for limit in login.LIMITS:
        limit.forget()


@pytest.fixture
def tries(client):
    get_user_model().objects.create_superuser("redaktoer", password="den rigtige")

    def attempt(password, place="192.0.2.1", account="redaktoer"):
        return client.post(DOOR, {"login": account, "password": password}, REMOTE_ADDR=place)

    return attempt


def test_after_many_wrong_passwords_the_right_one_has_to_wait(tries):
    for _ in range(MAX_FROM_ONE_PLACE):
        assert tries("forkert").status_code == 200
    stopped = tries("den rigtige")
    assert stopped.status_code == 200
    assert "For mange forkerte adgangskoder" in stopped.content.decode()
    assert tries("den rigtige", place="192.0.2.2").status_code == 302


def test_from_many_places_one_account_cannot_be_guessed_for_ever(tries):
    for number in range(MAX_FOR_ONE_ACCOUNT):
        tries("forkert", place=f"192.0.2.{number}")
    assert tries("den rigtige", place="198.51.100.1", account="Redaktoer").status_code == 200
    assert tries("den rigtige", place="198.51.100.1").status_code == 200


def test_a_guest_of_the_town_hall_keeps_nobody_else_out(tries, client, monkeypatch):
    get_user_model().objects.create_user("kollega", password="anden rigtig")
    for _ in range(MAX_FROM_ONE_PLACE):
        tries("forkert")
    assert tries("anden rigtig", account="kollega").status_code == 302
    client.logout()
    monkeypatch.setattr(login.PLACES, "_most", MAX_FROM_ONE_PLACE)
    assert tries("anden rigtig", account="kollega").status_code == 200


def test_a_name_that_is_an_address_may_begin_with_a_capital(tries):
    get_user_model().objects.create_user("anna@vejle.dk", password="hendes egen")
    assert tries("hendes egen", account="Anna@Vejle.dk").status_code == 302


@pytest.mark.parametrize("path", ["/_util/login/", "/en/_util/login/"])
def test_there_is_no_other_form_for_passwords(client, path):
    assert client.post(path, {"username": "x", "password": "y"}).status_code == 405
    assert client.get(f"{path}?next=/x/").headers["Location"].endswith("log-ind/?next=/x/")


def test_after_a_quarter_of_an_hour_the_right_one_is_taken(tries, monkeypatch):
    for _ in range(MAX_FROM_ONE_PLACE):
        tries("forkert")
    monkeypatch.setattr(login.PAIRS, "_began", login.PAIRS._began - 901)
    assert tries("den rigtige").status_code == 302


def test_neither_place_nor_account_can_be_read_from_what_is_kept(tries):
    tries("forkert", place="192.0.2.77")
    kept = repr(vars(login.PLACES)) + repr(vars(login.ACCOUNTS))
    assert "192.0.2.77" not in kept
    assert "redaktoer" not in kept


def test_a_right_password_counts_for_nothing(tries, client):
    for _ in range(MAX_FROM_ONE_PLACE + 1):
        assert tries("den rigtige").status_code == 302
        client.logout()


def test_the_password_that_everybody_knows_opens_a_trial_and_nothing_else(tries, settings):
    account = get_user_model().objects.get(username="redaktoer")
    account.set_password(PASSWORD)
    account.save()
    assert tries(PASSWORD).status_code == 200
    settings.DEMONSTRATION = True
    assert tries(PASSWORD).status_code == 302
