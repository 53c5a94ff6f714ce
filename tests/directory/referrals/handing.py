"""Hand-overs for tests, the words of a citizen that must be nowhere afterwards, and the days on which things happen."""

import re
from datetime import date, datetime, timedelta
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.utils import timezone

from directory.models import OfferPage, OrganisationPage, RoleGroup
from directory.referrals.round import do_the_round
from directory.referrals.sending import send_referral
from tests import factories

#: A Tuesday in autumn: five working days later it is Tuesday again.
SENT_ON = date(2026, 9, 1)
#: No word of these may be found anywhere but in the eyes of the sender and the place.
CALLED, WISH, REACH, LINE = "Zebrahilda", "Jeg savner kvidderfugle om morgenen", "61 72 83 94", "Kom på knirkedagen"
WORDS = {"called": CALLED, "reach": REACH, "wish": WISH, "contact": "Bostøtten, 21 22 23 24"}
FORM = {**WORDS, "agreed": "on"}
_NUMBERS = count()


def at(monkeypatch, moment: datetime) -> None:
    """From now on it is so late, by the clock on a Danish wall."""
    aware = timezone.make_aware(moment)
    monkeypatch.setattr(timezone, "now", lambda: aware)


def after(monkeypatch, number: int, hour: int = 9) -> None:
    """So many days after the hand-over was sent, with the round done at that hour."""
    day = SENT_ON + timedelta(days=number)
    at(monkeypatch, datetime(day.year, day.month, day.day, hour))
    do_the_round()


def taking(municipality, title: str, **facts) -> OfferPage:
    """An offer that takes hand-overs, in an organisation of its own."""
    house = factories.OrganisationFactory(
        title=f"Huset {title}", parent=type(municipality).objects.get(pk=municipality.pk)
    )
    told = {"phone": "12345678", "email": f"{house.slug}@example.dk", "takes_referrals": True, "verified_on": SENT_ON}
    offer = factories.OfferFactory(title=title, parent=OrganisationPage.objects.get(pk=house.pk), **told | facts)
    return OfferPage.objects.get(pk=offer.pk)


def support_worker(name: str, municipality=None):
    """Somebody who may hand over: in a municipality by its role, or everywhere by a right of the account."""
    user = get_user_model().objects.create_user(name, f"{name}@kommune.example.dk", "hemmelig-nok")
    right = Permission.objects.get(content_type__app_label="referrals", codename="add_referral")
    if municipality is None:
        user.user_permissions.add(right)
        return user
    group, new = Group.objects.get_or_create(name=f"Fagfolk {municipality.slug}")
    if new:
        group.permissions.add(right)
        RoleGroup.objects.create(group=group, municipality=municipality, role="support_worker")
    user.groups.add(group)
    return user


def handed_over(offer, user, **words):
    """A hand-over that was sent just now, with a wish of its own: the same sent twice is one."""
    told = WORDS | {"wish": f"{WISH} ({next(_NUMBERS)})"} | words
    return send_referral(offer, user, told, companion=True, site_of=None)


def link_in(letter) -> str:
    """The path of the place's link in a mail."""
    return re.search(r"http://[\w.]+(?::\d+)?(/henvisning/[\w-]+/)", letter.body)[1]


def letters_to(address: str) -> list:
    """The mails to an address, the oldest first."""
    return [letter for letter in mail.outbox if letter.to == [address]]
