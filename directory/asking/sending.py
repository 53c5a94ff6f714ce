"""Sending a campaign and stopping it. What is sent writes down whom it asks: the letters follow by the clock."""

from django.db import transaction
from django.utils import timezone

from directory.asking.choosing import MAX_ASKED, chosen_offers
from directory.asking.models import AskedOffer, Campaign
from directory.reviewing.standings import declined_addresses, mail_addresses


class CannotBeAsked(Exception):
    """Nobody is chosen, or too many are; nothing was sent."""


@transaction.atomic
def send_campaign(campaign: Campaign) -> int:
    """Write down whom the campaign asks; how many they are, and 0 where somebody else has just sent it."""
    campaign.sent_at = timezone.now()
    if not Campaign.objects.filter(pk=campaign.pk, sent_at=None).update(sent_at=campaign.sent_at):
        return 0
    rows = list(chosen_offers(campaign).values("pk", "path", "email")[: MAX_ASKED + 1])
    if not 0 < len(rows) <= MAX_ASKED:
        raise CannotBeAsked
    addresses, declined = mail_addresses(rows), declined_addresses()
    AskedOffer.objects.bulk_create(
        AskedOffer(campaign=campaign, offer_id=row["pk"], recipient="" if address.casefold() in declined else address)
        for row in rows
        for address in [addresses[row["pk"]]]
    )
    # What was written together told nobody: pages that are kept hear of it by the campaign.
    campaign.save(update_fields=["sent_at"])
    return len(rows)


def stop_campaign(campaign: Campaign) -> None:
    """Write to nobody any more, and take no answers. Those that were given hold as long as they were to."""
    campaign.stopped_at = timezone.now()
    campaign.save(update_fields=["stopped_at"])
