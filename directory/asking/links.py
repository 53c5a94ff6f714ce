"""The secrets in the letters of campaigns: made by chance, kept as fingerprints, good for one question until its last day."""

from datetime import date

from directory.asking.models import AskedOffer, ReplyLink
from directory.link_secrets import drawn_secret, fingerprint


def secret_to_reply(asked: AskedOffer) -> str:
    """A new secret for a question about an offer; nobody can read it anywhere afterwards."""
    secret = drawn_secret()
    ReplyLink.objects.create(asked=asked, digest=fingerprint(secret))
    return secret


def asked_by_secret(secret: str, today: date) -> AskedOffer | None:
    """What a secret answers; None where there is no such secret, or the campaign takes no more answers."""
    link = (
        ReplyLink.objects.filter(digest=fingerprint(secret))
        .select_related("asked__campaign", "asked__offer__place")
        .first()
    )
    return link.asked if link and link.asked.campaign.takes_replies(today) else None
