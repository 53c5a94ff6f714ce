"""Campaigns for tests, and the days on which they happen."""

import re
from datetime import date, datetime, timedelta

from django.core import mail
from django.utils import timezone

from directory.asking.models import Campaign
from directory.models import OrganisationPage
from tests import factories

#: The day on which a question is sent.
SENT_ON = date(2026, 12, 10)


def campaign(municipality, **facts) -> Campaign:
    """A question to all places of a municipality: open on Christmas Eve?"""
    told = {
        "question": "Har I åbent juleaften?",
        "answer_yes": "Ja",
        "answer_no": "Nej",
        "answer_partly": "Ja, til kl. 14",
        "fact": "open",
        "shown_as": "Juleaften",
        "sender": "Vejle Kommune",
        "reply_to": "vejviser@vejle.example.dk",
        "last_day": SENT_ON + timedelta(days=10),
        "remind_on": SENT_ON + timedelta(days=5),
        "ends_on": date(2026, 12, 24),
    }
    return Campaign.objects.create(municipality=municipality, **told | facts)


def place(municipality, title: str, **facts):
    """An offer with a number and a mail address, in an organisation of its own."""
    house = factories.OrganisationFactory(
        title=f"Huset {title}", parent=type(municipality).objects.get(pk=municipality.pk)
    )
    told = {"phone": "12345678", "email": f"{house.slug}@example.dk"}
    return factories.OfferFactory(title=title, parent=OrganisationPage.objects.get(pk=house.pk), **told | facts)


def at(monkeypatch, moment: datetime) -> None:
    """From now on it is so late, by the clock on a Danish wall."""
    aware = timezone.make_aware(moment)
    monkeypatch.setattr(timezone, "now", lambda: aware)


def link_to(title: str) -> str:
    """The path of the link by which an offer is answered for, in the last mail that has one."""
    for letter in reversed(mail.outbox):
        found = re.search(rf"Svar for {re.escape(title)}:\s+http://vejle\.localhost(/spoergsmaal/[\w-]+/)", letter.body)
        if found:
            return found[1]
    raise LookupError(title)
