"""What the whole installation lacks: mail, a worker, a backup, lines that somebody dialled, a word for those who find a weakness."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.backups.taking import TAKEN
from cms.mail.checks import mail_is_set_up
from cms.ready.lack import Lack
from directory.demo import login
from directory.models import Heartbeat, Helpline, MailRecord, MunicipalityPage, OfferPage
from directory.security_contact import contact_uri

#: A backup that is older has missed a night.
_RECENT = timedelta(hours=36)


def missing_everywhere() -> Iterator[Lack]:
    """What is missing, the worst first."""
    yield from _demonstration()
    yield from _mail()
    if not Heartbeat.is_alive("search"):
        yield Lack(None, _("No worker runs."), _("Start the worker units, see docs/operations.md."))
    if not Heartbeat.since(TAKEN, timezone.now() - _RECENT):
        yield Lack(
            None, _("No backup was taken since the day before yesterday."), _("Run manage.py backup each night.")
        )
    late = [line.name for line in Helpline.objects.all() if line.needs_check]
    if late:
        told = _("Helplines that nobody has dialled lately: %(lines)s.") % {"lines": ", ".join(late)}
        yield Lack(None, told, _("Dial them, and write the day on each."))
    if not settings.CRISIS_TEXTS_APPROVED:
        yield Lack(
            None,
            _("No clinician has approved the words of the crisis card: it shows 112 alone."),
            _("Have them read, and set CRISIS_TEXTS_APPROVED=on."),
        )
    yield from _keys()
    if not contact_uri(settings.SECURITY_CONTACT):
        yield Lack(None, _("Nobody is named whom to tell of a weakness."), _("Set SECURITY_CONTACT."))


def _demonstration() -> Iterator[Lack]:
    if names := login.standing():
        yield Lack(
            None,
            _("There is an account with a password that everybody knows, from the demonstration."),
            _("Close the account “%(name)s”.") % {"name": ", ".join(names)},
        )
    if MunicipalityPage.objects.filter(made_up=True).exists():
        yield Lack(
            None,
            _("The demonstration is loaded: a municipality that does not exist stands among the others."),
            _("Begin with an empty database; manage.py prepare loads none where real visitors come."),
        )


def _keys() -> Iterator[Lack]:
    if not settings.REFERRAL_KEYS and OfferPage.objects.filter(takes_referrals=True).exists():
        yield Lack(
            None,
            _("Offers take hand-overs, and there is no key to keep them under: nobody can hand over."),
            _("Set REFERRAL_KEYS, see docs/operations.md."),
        )


def _mail() -> Iterator[Lack]:
    told = mail_is_set_up()
    if told:
        yield Lack(None, _("Mail is not set up: nobody can be invited."), _("Set EMAIL_URL and DEFAULT_FROM_EMAIL."))
    failures = MailRecord.latest().failures
    if failures:
        yield Lack(
            None,
            _("%(count)s mails in a row could not be sent.") % {"count": failures},
            _("Try it with manage.py sendtestemail."),
        )
