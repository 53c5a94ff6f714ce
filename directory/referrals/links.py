"""The secrets by which places answer: made by chance, kept as fingerprints, each good for one hand-over and for eight days."""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.link_secrets import drawn_secret, fingerprint
from directory.referrals.models import Referral, ReferralLink

#: So many days a link is good for; after them it leads to a new one, which goes to the same address alone.
LINK_DAYS = 8


@dataclass(frozen=True)
class FoundLink:
    """A hand-over by its link, and whether the link is still good."""

    referral: Referral
    is_good: bool


def secret_of_referral(referral: Referral, today: date) -> str:
    """A new secret for a hand-over; nobody can read it anywhere afterwards."""
    secret = drawn_secret()
    expires = today + timedelta(days=LINK_DAYS)
    ReferralLink.objects.create(referral=referral, digest=fingerprint(secret), expires_on=expires)
    return secret


def referral_by_secret(secret: str, today: date) -> FoundLink | None:
    """What a secret answers; None where there is no such secret, or what it was about is forgotten."""
    link = (
        ReferralLink.objects.filter(digest=fingerprint(secret), referral__offer__isnull=False)
        .select_related("referral__offer")
        .first()
    )
    return FoundLink(link.referral, link.expires_on >= today) if link else None
