"""`python -m tests.pages.hard_day`: lets a hard day begin on one of the demonstration's sites, so that its pages can be looked at.

That of Randers, of which no other type of page is shown: what leads there is on no other page.
"""

import os
from datetime import timedelta


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.trial")
    import django  # noqa: PLC0415 - the settings come first

    django.setup()
    begin()


def begin() -> None:
    """Frost since an hour ago: three places were asked for a warm room, one has it, one has not and one is silent."""
    from django.utils import timezone  # noqa: PLC0415

    from directory.asking.models import AskedOffer, Campaign, DayFact, PlaceReply  # noqa: PLC0415
    from directory.hard_days.models import HardDay  # noqa: PLC0415
    from directory.models import MunicipalityPage, OfferPage  # noqa: PLC0415

    randers, now = MunicipalityPage.objects.get(slug="randers"), timezone.now()
    days = {"last_day": now.date() + timedelta(days=2), "ends_on": now.date() + timedelta(days=3)}
    words = {"question": "Har I et varmt rum?", "answer_yes": "Ja", "answer_no": "Nej", "shown_as": "Varmt rum"}
    asked = Campaign.objects.create(municipality=randers, fact=DayFact.WARM, sent_at=now, **days, **words)
    for offer, value in zip(OfferPage.objects.live().descendant_of(randers)[:3], ("yes", "no", ""), strict=True):
        AskedOffer.objects.create(campaign=asked, offer=offer, replied_at=now if value else None)
        if value:
            PlaceReply.objects.create(campaign=asked, offer=offer, value=value)
    told = {"kind": "frost", "text": "Det er koldt. Her kan du få varmen.", "facts": [DayFact.WARM]}
    begun = {"begins_at": now - timedelta(hours=1), "ends_at": now + timedelta(days=3)}
    HardDay.objects.create(municipality=randers, **told, **begun).campaigns.add(asked)


if __name__ == "__main__":
    main()
