"""What becomes of a proposal: what an editor takes is published, and why something was not taken reaches the place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.answers import Verifier
from directory.models import ListingRule, OfferPage, TextPage
from directory.models.tree import branch_path, parent_path, path_above
from directory.offers.publishing import confirm
from directory.reviewing.models import Proposal
from directory.reviewing.standings import plans


@dataclass(frozen=True)
class ProposedChange:
    """One field of a proposal: what people see now, what is proposed, and whether somebody has changed it in between."""

    field: str
    label: str
    now: str
    proposed: str
    moved_on: bool


def proposed_changes(proposal: Proposal) -> list[ProposedChange]:
    """The fields of a proposal beside what is published."""
    offer = proposal.offer
    return [
        ProposedChange(
            name, str(offer._meta.get_field(name).verbose_name), now, proposed, moved_on=now not in {before, proposed}
        )
        for name, (before, proposed) in proposal.changes.items()
        for now in [str(getattr(offer, name) or "")]
    ]


@transaction.atomic
def decide(
    proposal: Proposal, accepted: Iterable[str], reason: str, user: Any, rule: ListingRule | None = None
) -> None:
    """Publish what is taken, write down who decided and by which rule, and tell the place. Raises what the mail server says, and does nothing then."""
    taken = [name for name in proposal.changes if name in set(accepted)]
    proposal.accepted, proposal.reason, proposal.rule = taken, reason, rule
    proposal.decided_on, proposal.decided_by = timezone.localdate(), user
    proposal.save()
    if taken or not proposal.changes:
        facts = {name: proposal.changes[name][1] for name in taken}
        confirm(proposal.offer.specific, Verifier.PLACE, user, facts)
    if reason or rule:
        _told(proposal).send()


def _told(proposal: Proposal) -> EmailMessage:
    """The mail that says what was taken, and why the rest was not."""
    offer = proposal.offer
    plan = plans().get(branch_path(offer))
    labels = [change.label for change in proposed_changes(proposal) if change.field not in proposal.accepted]
    with translation.override(settings.LANGUAGE_CODE):
        told = {
            "offer": offer,
            "left": labels,
            "reason": proposal.reason,
            "rule": proposal.rule,
            "rules_url": _rules_url(offer) if proposal.rule else "",
            "plan": plan,
        }
        body = render_to_string("directory/reviewing/decided.txt", told)
        subject = _("About what you wrote of %(title)s") % {"title": " ".join(offer.title.split())}
    reply_to = [plan.reply_to] if plan else None
    return EmailMessage(subject, body, to=[proposal.question.recipient], reply_to=reply_to)


def _rules_url(offer: OfferPage) -> str:
    """Where the rules stand that hold for an offer: on its municipality's site, else on the portal; nowhere where neither has any."""
    inside = [branch_path(offer), path_above(branch_path(offer))]
    pages = TextPage.objects.live().filter(role=TextPage.Role.LISTING).order_by("-depth", "path")
    page = next((one for one in pages if parent_path(one) in inside), None)
    return (page.full_url or "") if page else ""
