"""For how long it is kept who was asked: addresses for a month after the answers end, the campaign for two years."""

from datetime import timedelta

from django.utils import timezone

from directory.asking.models import AskedOffer, Campaign, CampaignLetter, ReplyLink

#: So long after its answers ended, the addresses that a campaign wrote to are kept.
ADDRESSES_KEPT_FOR = timedelta(days=30)
#: So long after its answers ended, a campaign is kept with what was answered.
CAMPAIGNS_KEPT_FOR = timedelta(days=730)


def forget_old_campaigns() -> None:
    """Delete what has been kept long enough. Called once a day."""
    today = timezone.localdate()
    ReplyLink.objects.filter(asked__campaign__last_day__lt=today).delete()
    ended = Campaign.objects.filter(ends_on__lt=today - ADDRESSES_KEPT_FOR)
    CampaignLetter.objects.filter(campaign__in=ended).delete()
    AskedOffer.objects.filter(campaign__in=ended).exclude(recipient="").update(recipient="")
    # One by one, so that pages that are kept hear of it.
    for campaign in Campaign.objects.filter(ends_on__lt=today - CAMPAIGNS_KEPT_FOR):
        campaign.delete()
