"""Handing over, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralsConfig(AppConfig):
    """Writes the mails of hand-overs, deletes what was said in them, and shows the way to the form on an offer's page."""

    name = "directory.referrals"
    verbose_name = _("Hand-overs")

    def ready(self) -> None:
        from directory import duties
        from directory.referrals import checks  # noqa: F401 - it registers itself
        from directory.referrals.openness import told_of_form
        from directory.referrals.round import do_the_round
        from directory.sites import spots

        # A place hears of a hand-over in the minute in which it is sent.
        duties.take_on(duties.Duty("hand-overs", timedelta(minutes=1), do_the_round))
        spots.fill(spots.PROFESSIONALS, "directory/referrals/_way.html", told_of_form)
