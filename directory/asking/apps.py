"""Asking many places one question, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AskingConfig(AppConfig):
    """Writes the letters of campaigns, forgets who was written to, and tells on an offer's page what its place answered."""

    name = "directory.asking"
    verbose_name = _("Asking many places")

    def ready(self) -> None:
        from directory import duties
        from directory.asking.keeping import forget_old_campaigns
        from directory.asking.known import told_of_offer
        from directory.asking.round import write_when_due
        from directory.sites import spots

        # A question is often urgent: whoever sends one at noon is answered in the afternoon.
        duties.take_on(duties.Duty("ask places", timedelta(minutes=1), write_when_due))
        duties.take_on(duties.Duty("forget campaigns", timedelta(days=1), forget_old_campaigns))
        spots.fill(spots.OFFER, "directory/asking/_known.html", told_of_offer)
