"""The mail to those who watch offers: of all that has changed, once a day, to nobody for nothing, and once only."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import PageLogEntry

from directory.noting.letters import send_changes, write_to_watchers_when_due
from directory.noting.models import Watch
from directory.times.clock import DENMARK
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
#: The hour after which mails go out, on a day whose night before has 25 hours.
MORNING = datetime(2026, 10, 25, 9, tzinfo=DENMARK)


@pytest.fixture
def watcher(municipality_site):
    return people.editor("redaktør", municipality_site, "change_page")


@pytest.fixture
def offers(municipality_site, watcher):
    """Two offers that are watched since a week ago."""
    house = factories.OrganisationFactory(parent=municipality_site)
    made = []
    for title in ("Caféen", "Haven"):
        house = type(house).objects.get(pk=house.pk)
        made.append(factories.OfferFactory(title=title, parent=house))
        then = MORNING - timedelta(days=7)
        Watch.objects.create(offer=made[-1], user=watcher, seen_at=then, told_at=then)
    return made


def published(offer, when):
    """Somebody published it then, as its history tells it."""
    PageLogEntry.objects.log_action(offer, "wagtail.publish", timestamp=when)


def test_one_mail_tells_of_all_offers_that_have_changed(offers, mailoutbox):
    for offer in offers:
        published(offer, MORNING - timedelta(hours=12))
    assert send_changes(MORNING) == 1
    (mail,) = mailoutbox
    assert mail.to == ["redaktør@example.org"]
    assert "Caféen" in mail.body
    assert "Haven" in mail.body
    assert f"/admin/pages/{offers[0].pk}/history/" in mail.body
    assert "/admin/offers/watched/" in mail.body


def test_what_was_told_is_not_told_again_and_what_comes_later_is_told_the_next_day(offers, mailoutbox):
    published(offers[0], MORNING - timedelta(hours=1))
    send_changes(MORNING)
    published(offers[1], MORNING + timedelta(hours=1))
    send_changes(MORNING + timedelta(hours=2))
    assert len(mailoutbox) == 1
    send_changes(MORNING + timedelta(days=1))
    assert len(mailoutbox) == 2
    assert "Caféen" not in mailoutbox[1].body
    assert send_changes(MORNING + timedelta(days=2)) == 0


def test_nobody_is_written_to_where_nothing_has_changed_or_one_did_it_oneself(offers, watcher, mailoutbox):
    PageLogEntry.objects.log_action(offers[0], "wagtail.publish", user=watcher, timestamp=MORNING - timedelta(hours=1))
    assert send_changes(MORNING) == 0
    assert mailoutbox == []


def test_nobody_is_written_to_without_an_account_an_address_or_the_right_to_change_it(offers, watcher, mailoutbox):
    published(offers[0], MORNING - timedelta(hours=1))
    User.objects.filter(pk=watcher.pk).update(is_active=False)
    assert send_changes(MORNING) == 0
    User.objects.filter(pk=watcher.pk).update(is_active=True, email="")
    assert send_changes(MORNING) == 0
    User.objects.filter(pk=watcher.pk).update(email="a@example.org")
    watcher.groups.clear()
    assert send_changes(MORNING) == 0
    assert mailoutbox == []


def test_a_server_that_is_gone_is_tried_again_and_nothing_is_lost(offers, mailoutbox, monkeypatch):
    published(offers[0], MORNING - timedelta(hours=1))
    with monkeypatch.context() as without:
        without.setattr("django.core.mail.EmailMessage.send", _raising(SMTPServerDisconnected()))
        with pytest.raises(SMTPServerDisconnected):
            send_changes(MORNING)
    assert send_changes(MORNING) == 1


def test_an_address_that_is_not_taken_costs_itself_alone(offers, municipality_site, mailoutbox, monkeypatch):
    published(offers[0], MORNING - timedelta(hours=1))
    with monkeypatch.context() as refused:
        refused.setattr("django.core.mail.EmailMessage.send", _raising(SMTPRecipientsRefused({})))
        assert send_changes(MORNING) == 0
    assert send_changes(MORNING) == 0
    assert mailoutbox == []


def _raising(error):
    def send(self, **kwargs):
        raise error

    return send


def test_nobody_is_written_to_at_night(offers, mailoutbox, monkeypatch):
    published(offers[0], MORNING - timedelta(hours=20))
    monkeypatch.setattr(timezone, "now", lambda: MORNING.replace(hour=7))
    write_to_watchers_when_due()
    assert mailoutbox == []
    monkeypatch.setattr(timezone, "now", lambda: MORNING.replace(hour=8))
    write_to_watchers_when_due()
    assert len(mailoutbox) == 1
