"""For how long a hand-over and what was said in it are kept. Run by the round; docs/privacy.md tells it to people."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Q

from directory.referrals.due import UNANSWERED_AFTER
from directory.referrals.models import Referral, ReferralEvent
from directory.referrals.moving import move
from directory.referrals.states import OPEN_STATES, Actor, NotAStep, ReferralState

#: So long after its end the words of a hand-over are kept.
WORDS_KEPT_FOR = timedelta(days=30)
#: So long after it was sent nothing of it is open, and none of its words are left.
LONGEST_KEPT = relativedelta(months=6)
#: So long after its end it is kept that there was one, and what happened, without a word about anybody.
COUNTED_FOR = timedelta(days=730)


def keep_for_as_long_as_told(today: date) -> None:
    """End what nobody answered, and delete what has been kept long enough."""
    _end_overdue(today)
    ended = Q(closed_on__lte=today - WORDS_KEPT_FOR) | Q(sent_on__lte=today - LONGEST_KEPT) | Q(offer=None)
    for referral in Referral.objects.filter(ended).exclude(words="", line="", recipient=""):
        # Whoever is told today that it has ended is told at the address that is here until tomorrow.
        delete_words(referral, keeps_address=referral.closed_on == today)
    Referral.objects.filter(closed_on__lt=today - COUNTED_FOR).delete()
    ReferralEvent.objects.forget_before(today - COUNTED_FOR)


def delete_words(referral: Referral, *, keeps_address: bool = False) -> None:
    """Delete all that was said, and the ways to it; that there was a hand-over stays."""
    # First: whoever is stopped here begins again with a row that still has words.
    referral.links.all().delete()
    recipient = referral.recipient if keeps_address else ""
    Referral.objects.filter(pk=referral.pk).update(words="", line="", recipient=recipient, companion=False)


def _end_overdue(today: date) -> None:
    """End what was not answered in time, what nobody told the end of, and what is about an offer that is gone."""
    overdue = Q(state=ReferralState.SENT, sent_on__lte=today - UNANSWERED_AFTER)
    overdue |= Q(sent_on__lte=today - LONGEST_KEPT) | Q(offer=None)
    for referral in Referral.objects.filter(overdue, state__in=OPEN_STATES):
        try:
            move(referral, ReferralState.CANCELLED, Actor.CLOCK)
        except NotAStep:
            continue  # it was answered in this very moment
