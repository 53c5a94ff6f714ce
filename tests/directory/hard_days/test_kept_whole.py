"""A mode begins and ends on time on pages that are kept whole, and an answer shows on them at once."""

from datetime import datetime

import pytest
from django.test import Client

from directory.asking.models import AskedOffer
from directory.asking.replying import reply_of_place
from directory.asking.sending import send_campaign
from tests.directory.asking.campaigns import at, campaign, place
from tests.directory.hard_days.modes import christmas

#: Changes are told when they are committed.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_kept_page_is_right_to_the_minute_and_after_each_answer(municipality_site, settings, monkeypatch):
    settings.PAGES_KEPT_BYTES = 2**20
    visitor = Client(HTTP_HOST="vejle.localhost")
    at(monkeypatch, datetime(2026, 12, 20, 9))
    place(municipality_site, "Aftenstuen")
    asked = campaign(municipality_site)
    send_campaign(asked)
    day = christmas(municipality_site, asked, facts=["open"])

    def seen():
        first, again = visitor.get("/i-dag/").content, visitor.get("/i-dag/").content
        assert first == again
        return [told in first.decode() for told in ("Mange steder holder lukket.", "Vi ved det ikke endnu")]

    at(monkeypatch, datetime(2026, 12, 23, 7, 59, 59))
    assert seen() == [False, False]
    at(monkeypatch, datetime(2026, 12, 23, 8, 0, 0))
    assert seen() == [True, True]
    reply_of_place(AskedOffer.objects.get(), "yes")
    assert seen() == [True, False]
    at(monkeypatch, datetime(2026, 12, 23, 9, 0, 30))
    assert seen() == [True, False]
    # An editor ends it in the middle of a minute.
    day.ends_at = day.begins_at.replace(minute=45)
    day.save()
    assert seen() == [False, False]
