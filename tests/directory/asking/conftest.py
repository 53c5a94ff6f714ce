"""A question that was sent to a few places, and a browser of one of them."""

from datetime import datetime, time

import pytest

from directory.asking.sending import send_campaign
from tests.directory.asking.campaigns import SENT_ON, at, campaign, place


@pytest.fixture(autouse=True)
def morning(monkeypatch):
    """It is nine on the day on which the question is sent."""
    at(monkeypatch, datetime.combine(SENT_ON, time(9)))


@pytest.fixture
def offer(municipality_site):
    return place(municipality_site, "Strikkecafé")


@pytest.fixture
def asked(municipality_site, offer):
    """The question, sent to the one place there is."""
    question = campaign(municipality_site)
    send_campaign(question)
    return question


@pytest.fixture
def visitor(client):
    """A browser on the municipality's site, which asks whether forms come from there."""
    client.defaults["HTTP_HOST"] = "vejle.localhost"
    client.handler.enforce_csrf_checks = True
    return client
