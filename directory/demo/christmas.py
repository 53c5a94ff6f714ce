"""Christmas in Eksempel: a question that half of the places have answered, and a mode that comes at its time.

Nobody is written to: what is made up has no address here.
"""

import json
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from directory.asking.models import AskedOffer, Campaign, DayFact, PlaceReply
from directory.demo.tree import DATA, EXAMPLE
from directory.hard_days.models import HardDay, HardDayKind
from directory.models import MunicipalityPage, OfferPage
from directory.times.clock import DENMARK

_OF_CAMPAIGN = (
    "question", "explanation", "answer_yes", "answer_no", "answer_partly", "shown_as", "sender", "reply_to",
)  # fmt: skip


@transaction.atomic
def load_christmas() -> int:
    """Ask the places about the next Christmas Eve, unless that was done; how many were asked."""
    municipality = MunicipalityPage.objects.get(slug=EXAMPLE)
    if HardDay.objects.filter(municipality=municipality, ends_at__gte=timezone.now()).exists():
        return 0
    told = json.loads((DATA / "christmas.json").read_text(encoding="utf-8"))
    eve = next_christmas_eve(timezone.localdate())
    campaign = Campaign.objects.create(
        municipality=municipality,
        fact=DayFact.OPEN,
        last_day=eve.replace(day=20),
        remind_on=eve.replace(day=15),
        ends_on=eve.replace(day=26),
        sent_at=timezone.now(),
        **{name: told[name] for name in _OF_CAMPAIGN},
    )
    _mode(municipality, eve, told["text"]).campaigns.add(campaign)
    return _asked(campaign, told)


def next_christmas_eve(today: date) -> date:
    """That of the Christmas that is not over yet."""
    return date(today.year + (today > date(today.year, 12, 27)), 12, 24)


def _mode(municipality: MunicipalityPage, eve: date, text: str) -> HardDay:
    begins, ends = (datetime(eve.year, 12, day, 12, tzinfo=DENMARK) for day in (23, 27))
    return HardDay.objects.create(
        municipality=municipality,
        kind=HardDayKind.CHRISTMAS,
        text=text,
        begins_at=begins,
        ends_at=ends,
        facts=[DayFact.OPEN, DayFact.MEAL],
    )


def _asked(campaign: Campaign, told: dict) -> int:
    """Write down who was asked, and what half of them have answered."""
    offers = OfferPage.objects.in_bulk(told["asked"], field_name="external_id")
    for key, offer in offers.items():
        value = told["replies"].get(key)
        AskedOffer.objects.create(campaign=campaign, offer=offer, replied_at=timezone.now() if value else None)
        if value:
            PlaceReply.objects.create(campaign=campaign, offer=offer, value=value)
    return len(offers)
