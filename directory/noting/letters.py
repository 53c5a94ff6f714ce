"""The mail to somebody who watches offers: once a day about all that have changed, and none where nothing has."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.noting.models import Watch
from directory.noting.watching import Changed, watched_changes
from directory.reviewing.sending import send_once

#: Nobody is written to before this hour, in Danish time.
_FIRST_HOUR = 8


def write_to_watchers_when_due() -> None:
    """Write to whoever has had no such mail today. Called once an hour."""
    now = timezone.localtime()
    if now.hour >= _FIRST_HOUR:
        send_changes(now)


def send_changes(now: datetime) -> int:
    """Send the mails of a day, each in a transaction of its own; how many went out.

    An address that is not taken costs itself alone; a server that cannot be reached ends it, and the others wait.
    """
    people = _untold(now).exclude(user__email="").filter(user__is_active=True)
    keys = people.order_by("user").values_list("user", flat=True).distinct()
    return sum(_send(user, now) for user in get_user_model().objects.filter(pk__in=list(keys)).order_by("pk"))


def _untold(now: datetime) -> QuerySet[Watch]:
    """What was not told today yet."""
    return Watch.objects.filter(told_at__lt=now.replace(hour=0, minute=0, second=0, microsecond=0))


def _send(user, now: datetime) -> bool:
    rows = _untold(now).filter(user=user)

    def write() -> EmailMessage | None:
        # Of two workers at once one alone finds them untold: the other waits here for the first.
        changed = watched_changes(list(rows.select_for_update(of=("self",)).select_related("offer")), user, "told_at")
        rows.update(told_at=now)
        return changes_letter(user, changed) if changed else None

    return send_once(write, lambda _refused: rows.update(told_at=now))


def changes_letter(user, changed: list[Changed]) -> EmailMessage:
    """The mail, as text: each offer with what was done, and where its history is."""
    with translation.override(settings.LANGUAGE_CODE):
        told = {"changed": [(one, _at("wagtailadmin_pages:history", one.offer.pk)) for one in changed]}
        body = render_to_string("directory/noting/changed.txt", told | {"stop": _at("watched_offers")})
        subject = _("Offers that you watch have changed")
    return EmailMessage(subject, body, to=[user.email], headers={"Auto-Submitted": "auto-generated"})


def _at(name: str, *keys: int) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=keys)
