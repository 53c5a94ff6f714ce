"""The citizen's words: sealed wherever they are, and nowhere at all once they are deleted."""

import logging
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection

from directory.referrals.keeping import COUNTED_FOR
from directory.referrals.models import Referral, ReferralEvent, ReferralLink
from directory.referrals.moving import move
from directory.referrals.round import do_the_round
from directory.referrals.states import Actor, ReferralState
from tests.directory.referrals.handing import CALLED, FORM, LINE, REACH, WISH, after, at, letters_to, link_in

pytestmark = pytest.mark.django_db

MARKERS = (CALLED, WISH, REACH, LINE, "kvidderfugle", "knirkedagen", "Bostøtten")


class Everything(logging.Handler):
    """Keeps all that is logged, with what it was filled in with and with the exceptions."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record):
        self.said.append(f"{record.getMessage()} {record.args} {record.exc_info} {record.__dict__.get('sql')}")


@pytest.fixture
def logged():
    """All that the site's logs say, and each query with what it was filled in with, which they do not."""
    handler = Everything()
    loggers = [logging.getLogger(name) for name in ("", "django", "django.request", "django.db.backends")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG if logger.name == "django.db.backends" else logging.INFO)
    yield handler.said
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


def in_tables():
    """The text of every value of every table there is."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - the database's own names
            for row in cursor.fetchall():
                yield from map(str, row)


def in_files():
    """Every file that the site writes: uploads, and the index of the search."""
    for folder in (settings.MEDIA_ROOT, settings.SEARCH_INDEX_DIR):
        for path in Path(folder).rglob("*"):
            if path.is_file():
                yield path.read_bytes().decode("utf-8", "replace")


def everywhere(logged):
    """All places in which something can be left."""
    yield from in_tables()
    yield from in_files()
    yield from logged
    yield from (f"{letter.subject} {letter.body} {letter.message()}" for letter in mail.outbox)
    yield from map(str, getattr(cache, "_cache", {}).values())


def found(logged, words=MARKERS):
    return {word for told in everywhere(logged) for word in words if word in told}


def lived_through(desk, place, offer):
    """A hand-over with everything that leaves a trace: refused, sent, read, refused again and answered."""
    desk.post(f"/henvis/{offer.pk}/", FORM | {"agreed": "", "called": CALLED})
    desk.post(f"/henvis/{offer.pk}/", FORM)
    do_the_round()
    link = link_in(letters_to(offer.email)[-1])
    place.post(link, {"what": "read"})
    place.post(link, {"what": "no", "line": LINE})
    place.post(link, {"what": "yes", "line": LINE})
    referral = Referral.objects.get()
    page = desk.get(f"/fagfolk/bord/{referral.reference}/").content.decode()
    assert WISH in page
    assert LINE in page
    return referral


def test_nobody_without_the_key_ever_finds_a_word_and_after_taking_it_back_not_even_what_was_sealed(
    index, desk, place, offer, logged
):
    referral = lived_through(desk, place, offer)
    assert found(logged) == set()
    # The walk sees what is there: the reference is no secret.
    assert found(logged, (referral.reference,)) == {referral.reference}
    sealed = (referral.words, referral.line)
    assert set(in_tables()) & set(sealed) == set(sealed)
    desk.post(f"/fagfolk/bord/{referral.reference}/", {"what": "withdraw"})
    do_the_round()
    assert not set(in_tables()) & set(sealed)
    assert found(logged) == set()


def kept():
    """Whether words, address and links of the one hand-over are still there."""
    row = Referral.objects.get()
    return bool(row.words), bool(row.recipient), ReferralLink.objects.exists()


@pytest.mark.parametrize("end", ["declined", "started"])
def test_thirty_days_after_its_end_all_that_was_said_is_gone(sent, end, monkeypatch):
    if end == "started":
        move(Referral.objects.get(), ReferralState.RECEIVED, Actor.PLACE)
    move(Referral.objects.get(), end, Actor.PLACE, line="x")
    after(monkeypatch, 29)
    assert kept() == (True, True, True)
    after(monkeypatch, 30)
    assert kept() == (False, False, False)
    row = Referral.objects.get()
    assert (row.state, row.line, row.companion, row.offer is not None) == (end, "", False, True)


def test_six_months_after_it_was_sent_nothing_is_left_of_what_nobody_told_the_end_of(sent, monkeypatch):
    move(Referral.objects.get(), ReferralState.RECEIVED, Actor.PLACE)
    at(monkeypatch, datetime(2027, 2, 28, 9))
    do_the_round()
    assert kept()[0] is True
    at(monkeypatch, datetime(2027, 3, 1, 9))
    do_the_round()
    # The address is kept for the day on which the place is told.
    assert (Referral.objects.get().state, kept()) == ("cancelled", (False, True, False))
    at(monkeypatch, datetime(2027, 3, 2, 9))
    do_the_round()
    assert kept() == (False, False, False)


def test_that_there_was_one_is_kept_for_two_years_without_a_word(sent, monkeypatch):
    after(monkeypatch, 30)
    ended = Referral.objects.get().closed_on
    for days, left in ((0, 1), (1, 0)):
        day = ended + COUNTED_FOR + timedelta(days=days)
        at(monkeypatch, datetime(day.year, day.month, day.day, 9))
        do_the_round()
        assert Referral.objects.count() == left
    assert not ReferralEvent.objects.filter(at__date__lt=date(2026, 9, 2)).exists()
