"""The worker's part: sets go live when their time has come, and are taken back when somebody asked for it."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.changesets.going_live import TAKEN_BACK_FOR, go_live, take_back
from directory.changesets.models import Change, ChangeSet, SetStage

logger = logging.getLogger(__name__)


def do_sets() -> None:
    """Do what is due, each set by itself. Who is stopped in the midst of one has done nothing of it: the next one does it."""
    with translation.override(settings.LANGUAGE_CODE):
        for change_set in _due():
            work = take_back if change_set.stage == SetStage.TAKING_BACK else go_live
            if not work(change_set):
                _tell(change_set)
    forget()


def ask_for_taking_back(change_set: ChangeSet) -> bool:
    """Let the worker take a live set back; whether that is still possible."""
    since = timezone.now() - TAKEN_BACK_FOR
    rows = ChangeSet.objects.filter(pk=change_set.pk, stage=SetStage.LIVE, went_live_at__gte=since)
    return bool(rows.update(stage=SetStage.TAKING_BACK, told=""))


def forget() -> None:
    """Keep no longer what stood where before a set that cannot be taken back any more."""
    over = ChangeSet.objects.filter(stage=SetStage.LIVE, went_live_at__lt=timezone.now() - TAKEN_BACK_FOR)
    Change.objects.filter(change_set__in=over).exclude(before={}).update(before={}, after={}, content={}, base={})


def _due():
    its_turn = Q(stage=SetStage.APPROVED, live_at__lte=timezone.now()) | Q(stage=SetStage.TAKING_BACK)
    return ChangeSet.objects.filter(its_turn).select_related("approved_by").order_by("live_at", "pk")


def _tell(change_set: ChangeSet) -> None:
    """Write to whoever approved it that it is not live, and why. The admin says so too, whether the mail arrives or not."""
    change_set.refresh_from_db()
    person = change_set.approved_by
    if not (change_set.told and person and person.email):
        return
    body = render_to_string("directory/changesets/not_live.txt", {"set": change_set})
    subject = _("Nothing was changed: %(title)s") % {"title": " ".join(change_set.title.split())}
    try:
        EmailMessage(subject, body, to=[person.email], headers={"Auto-Submitted": "auto-generated"}).send()
    except OSError as error:
        logger.warning("Nobody could be told by mail that a set of changes is not live: %s", type(error).__name__)
