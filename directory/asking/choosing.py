"""Which places a campaign asks: what is published in its municipality, by kind, need and postal code. Nothing made up is asked."""

import re

from django.db.models import Exists, OuterRef, QuerySet

from directory.asking.models import Campaign
from directory.models import KINDS, Need, OfferPage
from directory.models.facts.freshness import Demonstration
from directory.models.taxonomy import TermTree

#: So many places are asked at once; more are chosen more narrowly.
MAX_ASKED = 500


def chosen_offers(campaign: Campaign) -> QuerySet[OfferPage]:
    """The offers whose places the campaign asks, or would ask as it stands."""
    offers = OfferPage.objects.shown().not_ended()
    offers = offers.filter(path__startswith=campaign.municipality.path, demonstration=Demonstration.NO)
    if campaign.kinds:
        models = [KINDS[kind]._meta.model_name for kind in campaign.kinds if kind in KINDS]
        offers = offers.filter(content_type__model__in=models)
    if campaign.need_id:
        needs = TermTree(Need.objects.all()).downwards([campaign.need_id])
        through = OfferPage.needs.through.objects
        offers = offers.filter(Exists(through.filter(offerpage=OuterRef("pk"), need__in=needs)))
    if codes := postal_codes_in(campaign.area):
        offers = offers.filter(place__postal_code__in=codes)
    return offers.order_by("title", "pk")


def postal_codes_in(area: str) -> list[str]:
    """The postal codes that a text names, such as "7100, 7120"."""
    return re.findall(r"\b\d{4}\b", area, re.ASCII)
