"""Who is responsible for an offer, and who does the work: dated rows of its page, and of its organisation's."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.authority import Authority
from directory.models.dated import DatedRow
from directory.models.offer import OfferPage
from directory.models.organisation import OrganisationPage


class ResponsibleRow(DatedRow):
    """An authority that is responsible from a day until a day."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name=_("authority"))

    panels = ["authority", "first_day", "last_day"]

    class Meta:
        abstract = True
        ordering = ["pk"]
        verbose_name = _("who is responsible")


class OfferAuthority(ResponsibleRow):
    """Who is responsible for an offer; on days without a row it is whoever is responsible for its organisation."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="authorities")

    class Meta(ResponsibleRow.Meta):
        pass


class OrganisationAuthority(ResponsibleRow):
    """Who is responsible for the offers of an organisation that do not say it themselves."""

    organisation = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="authorities")

    class Meta(ResponsibleRow.Meta):
        pass


def hand_over(offer: OfferPage, authority: Authority, day: date) -> None:
    """Make an authority responsible from a day on, without saving: whoever is until then ends the day before."""
    before = [row for row in offer.authorities.all() if row.first_day is None or row.first_day < day]
    for row in before:
        row.last_day = min(row.last_day or date.max, day - timedelta(days=1))
    offer.authorities = [*before, OfferAuthority(authority=authority, first_day=day)]


class OfferPerformer(DatedRow):
    """Who does the work, where it is another than the organisation that the offer stands under. Several may do it together."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="performers")
    name = models.CharField(_("name"), max_length=120)

    panels = ["name", "first_day", "last_day"]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("who does the work")
