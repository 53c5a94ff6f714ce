"""The blocks of an offer's page, in the order of the question: for me, when, where, whom to call, the first time."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.models import OfferPage


@dataclass(frozen=True)
class Block:
    """A part of the page: its anchor, its heading, its template. One that is folded is a heading until somebody opens it."""

    anchor: str
    heading: str | Promise
    template: str
    folded: bool = False


_FOLDER = "directory/offers/"
#: What gathers people has meetings, where others have opening hours.
_TIMES, _MEETINGS = "tider", _("When do we meet?")


def blocks(offer: OfferPage, context: dict) -> list[Block]:
    """The blocks that have something to say; what nobody has told has no heading."""
    own = Block("saerligt", offer.own_heading, kind_template(offer.kind), folded=True)
    found = [block for block, has in (*_FIRST, (own, _has_own), *_REST) if has(offer, context)]
    return [replace(block, heading=_MEETINGS) if block.anchor == _TIMES and offer.gathers else block for block in found]


def unknown(offer: OfferPage, context: dict) -> list[str]:
    """What nobody has told, the largest first: whole blocks by their names, then single facts."""
    names = [str(label) for label, known in _wholes(offer, context) if not known]
    partly = [context[name] for name in _TOLD if context[name].sentences]
    names += [str(_TOLD[name]) for name in _TOLD if not context[name].sentences and context[name].unknown]
    return [*names, *(label for told in partly for label in told.unknown)]


def kind_template(kind: str) -> str:
    """The template of what only this kind has."""
    return f"directory/offers/kinds/_{kind}.html"


def _wholes(offer: OfferPage, context: dict):
    yield _("for whom it is"), context["audience"]
    yield _("the times"), _has_times(offer, context)
    yield _("the address"), offer.place or context["where"]
    yield _("the first visit"), _has_first_visit(offer, context)


#: Blocks of facts, and what each is about.
_TOLD = {
    "surroundings": _("how it is there"),
    "getting_in": _("getting in"),
    "participation": _("who decides"),
    "practical": _("what is practical"),
    "privacy": _("who gets to know"),
    "own": _("what is special here"),
}


def _has_who(offer: OfferPage, context: dict) -> bool:
    texts = (offer.body, offer.for_you, offer.not_for_you, offer.ordinary_day, offer.easy_read)
    return bool(context["audience"] or any(texts) or offer.needs.all())


def _has_times(offer: OfferPage, _context: dict) -> bool:
    rows = (offer.opening_hours, offer.sessions, offer.closures)
    return bool(offer.schedule_text or any(row.all() for row in rows))


def _has_way(offer: OfferPage, context: dict) -> bool:
    texts = (offer.access_note, offer.outreach_area, offer.outreach_stops)
    return bool(offer.place or context["where"] or any(texts))


def _has_entitlement(_offer: OfferPage, context: dict) -> bool:
    return context["entitlement"] is not None


def _has_first_visit(offer: OfferPage, _context: dict) -> bool:
    texts = (offer.first_visit_note, offer.host_role, offer.shown_host_picture)
    told = (offer.companion, offer.bring_someone)
    return bool(offer.shown_steps or any(texts) or set(told) != {"unknown"})


def _has_own(_offer: OfferPage, context: dict) -> bool:
    return bool(context["own"].sentences or context["own_lines"])


def _has_surroundings(offer: OfferPage, context: dict) -> bool:
    return bool(context["surroundings"].sentences or offer.house_rules or offer.ground_rules)


def _has_participation(_offer: OfferPage, context: dict) -> bool:
    return bool(context["participation"].sentences)


def _has_practical(_offer: OfferPage, context: dict) -> bool:
    return bool(context["practical"].sentences)


def _has_privacy(offer: OfferPage, context: dict) -> bool:
    return bool(context["privacy"].sentences or offer.who_knows or offer.complaint_contact)


def _has_professionals(offer: OfferPage, context: dict) -> bool:
    texts = (offer.referral_how, offer.legal_basis, offer.professional_contact, context["recipients"])
    return (
        context["responsible"].is_known or any(texts) or offer.takes_referrals or offer.intervention_level != "unknown"
    )


def _always(_offer: OfferPage, _context: dict) -> bool:
    return True


_FIRST = (
    (Block("for-mig", _("Is it something for me?"), f"{_FOLDER}_who.html"), _has_who),
    (Block(_TIMES, _("Opening hours"), f"{_FOLDER}_times.html"), _has_times),
    (Block("find-vej", _("Find the way"), f"{_FOLDER}_find_the_way.html"), _has_way),
    (Block("kom-i-gang", _("How to get in"), f"{_FOLDER}_way_in.html"), _always),
    (Block("rettigheder", _("What you have a right to"), f"{_FOLDER}_entitlement.html"), _has_entitlement),
    (Block("foerste-gang", _("The first time you come"), f"{_FOLDER}_first_visit.html"), _has_first_visit),
)
_REST = (
    (Block("saadan-er-der", _("How it is there"), f"{_FOLDER}_surroundings.html", folded=True), _has_surroundings),
    (Block("vaer-med", _("A say and a task"), f"{_FOLDER}_participation.html", folded=True), _has_participation),
    (Block("praktisk", _("Practical"), f"{_FOLDER}_practical.html", folded=True), _has_practical),
    (Block("hvem-faar-det-at-vide", _("Who gets to know?"), f"{_FOLDER}_privacy.html", folded=True), _has_privacy),
    (Block("fagfolk", _("For professionals"), f"{_FOLDER}_professionals.html", folded=True), _has_professionals),
    (Block("tjekket", _("Is the information right?"), f"{_FOLDER}_freshness.html", folded=True), _always),
)
