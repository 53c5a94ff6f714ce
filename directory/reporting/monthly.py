"""The mail of the month: figures of one's own offers, to whoever has asked for it; once, whoever is stopped in between."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.models import MailRecord
from directory.reporting.figures import figures_of, oldest
from directory.reporting.models import MonthlyReport
from directory.reporting.rights import own_offers
from directory.reporting.score import relevant_for, with_score

#: So many listings of each sort are named.
_NAMED = 5
#: Nobody is written to before this hour, in Danish time.
_FIRST_HOUR = 8


def write_to_editors_when_due() -> None:
    """Write to whoever has not had this month's mail. Called some times a day."""
    now = timezone.localtime()
    if now.hour >= _FIRST_HOUR:
        send_monthly(now.date())


def send_monthly(today: date) -> int:
    """Send the mails of a month, each in a transaction of its own; how many went out.

    A server that cannot be reached ends it: the others wait for the next time.
    """
    month = today.replace(day=1)
    waiting = MonthlyReport.objects.filter(month__lt=month, user__is_active=True).exclude(user__email="")
    return sum(_send(key, month) for key in waiting.values_list("pk", flat=True))


def ask_for(user, *, wanted: bool, today: date | None = None) -> None:
    """Send somebody the figures from the next month on, or no more."""
    if wanted:
        month = (today or timezone.localdate()).replace(day=1)
        MonthlyReport.objects.get_or_create(user=user, defaults={"month": month})
    else:
        MonthlyReport.objects.filter(user=user).delete()


def _send(key: int, month: date) -> bool:
    try:
        with transaction.atomic():
            # Of two workers at once one alone finds it unsent.
            if not MonthlyReport.objects.filter(pk=key, month__lt=month).update(month=month):
                return False
            report = MonthlyReport.objects.select_related("user").get(pk=key)
            return bool(monthly_letter(report.user).send())
    except OSError as error:
        MailRecord.note_failure(error)
        raise


def monthly_letter(user) -> EmailMessage:
    """The mail, as text; about nothing that the person may not see."""
    offers = own_offers(user)
    lowest = list(with_score(offers.filter(live=True)).order_by("told", "title", "pk")[:_NAMED])
    relevant = relevant_for(lowest)
    told = {
        "figures": figures_of(offers),
        "oldest": [(row.title, row.verified_on, _edit(row.pk)) for row in oldest(offers, _NAMED)],
        "lowest": [(row.title, row.told, relevant[row.pk], _at("offer_score", row.pk)) for row in lowest],
        "stop": _at("figures_report"),
    }
    with translation.override(settings.LANGUAGE_CODE):
        body = render_to_string("directory/reporting/monthly.txt", told)
        subject = _("Your offers in Vejviser this month")
    return EmailMessage(subject, body, to=[user.email], headers={"Auto-Submitted": "auto-generated"})


def _edit(key: int) -> str:
    return _at("wagtailadmin_pages:edit", key)


def _at(name: str, *keys: int) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=keys)
