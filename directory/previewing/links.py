"""The secrets in links to drafts: made by chance, kept as fingerprints, good for one offer and for some days."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from directory.link_secrets import drawn_secret, fingerprint
from directory.models import OfferPage
from directory.previewing.models import PreviewLink

#: So many days a link shows the draft; the last of them is told where it is made, and on the draft.
VALID_DAYS = 14


def new_link(offer: OfferPage, user: Any) -> str:
    """The secret of a new link; nobody can read it anywhere afterwards."""
    secret = drawn_secret()
    last = timezone.localdate() + timedelta(days=VALID_DAYS)
    PreviewLink.objects.create(offer_id=offer.pk, digest=fingerprint(secret), expires_on=last, made_by=user)
    return secret


def link_of(secret: str, today: date) -> PreviewLink | None:
    """The link that has this secret; None where there is none, it was taken back, or it is too old."""
    return PreviewLink.objects.filter(digest=fingerprint(secret), expires_on__gte=today).first()


def forget_old_links() -> None:
    """Delete the links that show nothing any more. Called once a day."""
    PreviewLink.objects.filter(expires_on__lt=timezone.localdate()).delete()
