"""Hand-overs in Eksempel, one in every state, and two lists: made up, of the demonstration's support worker, counted from today.

Nobody is written to but for the newest, whose mails go to addresses that do not exist.
"""

import json
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from directory.demo.login import SUPPORT_WORKER
from directory.demo.tree import DATA, EXAMPLE
from directory.models import MunicipalityPage, OfferPage
from directory.referrals.due import MailKind
from directory.referrals.models import NamedList, Referral, ReferralEvent, ReferralMail
from directory.referrals.openness import address_of
from directory.referrals.states import Actor, ReferralState
from directory.referrals.words import keys_are_set, seal

_BY_SENDER = {ReferralState.SENT, ReferralState.WITHDRAWN}


@transaction.atomic
def load_referrals() -> int:
    """Write them where there are none yet and words can be kept; how many were written."""
    user = get_user_model().objects.filter(username=SUPPORT_WORKER).first()
    if not user or not keys_are_set() or Referral.objects.exists():
        return 0
    told = json.loads((DATA / "handed_over.json").read_text(encoding="utf-8"))
    municipality = MunicipalityPage.objects.get(slug=EXAMPLE)
    offers = OfferPage.objects.exclude(external_id=None).in_bulk(field_name="external_id")
    for row in told["rows"]:
        _write(row, offers[row["offer"]], municipality, user, {name: told[name] for name in ("called", "contact")})
    for row in told["lists"]:
        keys = [offers[name].pk for name in row["offers"]]
        NamedList.objects.create(
            name=row["name"], keys=keys, is_shared=row["is_shared"], owner=user, municipality=municipality
        )
    return len(told["rows"])


def _write(row: dict, offer: OfferPage, municipality: MunicipalityPage, user, more: dict[str, str]) -> None:
    """A hand-over with what happened and the mails that would have been written by now."""
    state = ReferralState(row["state"])
    actor = Actor.WORKER if state in _BY_SENDER else Actor.CLOCK if state == ReferralState.CANCELLED else Actor.PLACE
    referral = Referral.objects.create(
        offer=offer,
        sender=user,
        municipality=municipality,
        recipient=address_of(offer),
        words=seal({"reach": "", "wish": row["wish"], **more}) if "wish" in row else "",
        line=seal({"line": row["line"]}) if "line" in row else "",
        state=state,
        reason=row.get("reason", ""),
        changed_by=actor,
        sent_on=_days_ago(row["sent"]),
        answered_on=_days_ago(row.get("answered")),
        closed_on=_days_ago(row.get("closed")),
    )
    _happened(referral, state, actor)


def _happened(referral: Referral, state: ReferralState, actor: Actor) -> None:
    ReferralEvent.objects.create(
        reference=referral.reference, actor=Actor.WORKER, account=referral.sender_id, what=ReferralState.SENT
    )
    if state == ReferralState.SENT:
        return
    if state in {ReferralState.STARTED, ReferralState.NOT_STARTED}:
        ReferralEvent.objects.create(reference=referral.reference, actor=Actor.PLACE, what=ReferralState.RECEIVED)
    ReferralEvent.objects.create(reference=referral.reference, actor=actor, what=state)
    for kind in {MailKind.ASK, MailKind.TIMETABLE, state, f"place_{state}"} & set(MailKind.values):
        ReferralMail.objects.create(referral=referral, kind=kind, written_on=referral.sent_on)


def _days_ago(number: int | None) -> date | None:
    return None if number is None else timezone.localdate() - timedelta(days=number)
