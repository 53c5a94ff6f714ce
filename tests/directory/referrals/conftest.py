"""An offer that takes hand-overs, somebody who hands over, and the browsers of both sides."""

from datetime import datetime, time

import pytest
from django.core import mail
from django.test import Client

from directory.referrals.round import do_the_round
from tests.directory.referrals.handing import SENT_ON, at, handed_over, letters_to, link_in, support_worker, taking


@pytest.fixture(autouse=True)
def morning(monkeypatch):
    """It is nine on the day on which hand-overs are sent."""
    at(monkeypatch, datetime.combine(SENT_ON, time(9)))


@pytest.fixture
def offer(municipality_site):
    return taking(municipality_site, "Strikkecafé")


@pytest.fixture
def worker(municipality_site):
    return support_worker("bostoette", municipality_site)


@pytest.fixture
def desk(worker):
    """The worker's browser on the municipality's site."""
    browser = Client(HTTP_HOST="vejle.localhost")
    browser.force_login(worker)
    return browser


@pytest.fixture
def place(client):
    """The place's browser, which is signed in nowhere, and which asks whether forms come from there."""
    client.defaults["HTTP_HOST"] = "vejle.localhost"
    client.handler.enforce_csrf_checks = True
    return client


@pytest.fixture
def sent(offer, worker):
    """A hand-over of which the place has heard."""
    referral = handed_over(offer, worker)
    do_the_round()
    return referral


@pytest.fixture
def link(sent, offer):
    """The path of the place's link."""
    found = link_in(letters_to(offer.email)[-1])
    mail.outbox.clear()
    return found
