"""Publishing some facts of an offer, whatever else may stand in a draft of it; and that somebody stands behind it."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from directory.answers import Confidence, Verifier
from directory.models import OfferPage
from directory.models.facts.freshness import Demonstration


def publish_facts(offer: OfferPage, facts: Mapping[str, Any], user=None) -> None:
    """Let everybody see these facts. A draft keeps what else stands in it, and gets them too, so that it takes none back."""
    live = type(offer).objects.get(pk=offer.pk)
    _set(live, facts)
    if not live.has_unpublished_changes:
        live.save_revision(user=user).publish(user=user)
        return
    draft = live.get_latest_revision_as_object()
    _set(draft, facts)
    live.save()
    # A draft may lack what only publishing asks for.
    draft.save_revision(user=user, clean=False)


def confirm(offer: OfferPage, by: str, user=None, facts: Mapping[str, Any] | None = None) -> None:
    """Publish that the offer was checked today and is no demonstration, with what was put right."""
    told = {"verified_on": timezone.localdate(), "verified_by": by, "demonstration": Demonstration.NO}
    if by == Verifier.PLACE:
        told["confidence"] = Confidence.CONFIRMED
    publish_facts(offer, {**(facts or {}), **told}, user)


def _set(offer: OfferPage, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        setattr(offer, name, value)
