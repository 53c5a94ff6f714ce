"""Who checked a listing and when, in a sentence, and what to do when that is long ago."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from directory.answers import Confidence, Verifier
from directory.models.facts.freshness import Demonstration
from directory.times.in_words import short_date, told_date

_ORIGINS = {
    Confidence.HIGH: gettext_lazy("We have it from the place's own web page."),
    Confidence.MEDIUM: gettext_lazy("We have it from other web pages."),
    Confidence.LOW: gettext_lazy("It is only mentioned somewhere."),
}


@dataclass(frozen=True, slots=True)
class Freshness:
    """How far a listing can be relied on: its sentence, and whether it should have been checked again by now."""

    sentence: str
    is_overdue: bool


def freshness(offer) -> Freshness:
    """How far the offer's listing can be relied on; what is for demonstration says that before all else."""
    sentence = _demonstration(offer) or _overdue(offer) or _checked(offer) or _unconfirmed(offer)
    return Freshness(sentence, offer.is_overdue)


def is_confirmed(offer) -> bool:
    """Whether the place itself stands behind the listing."""
    return offer.verified_by == Verifier.PLACE or offer.confidence == Confidence.CONFIRMED


def trust(offer) -> list[str]:
    """Whether the information is right, in sentences: when it was checked, where we have it from, who has confirmed it."""
    checked = _overdue(offer) or _checked(offer)
    confirmed = is_confirmed(offer)
    told = _("The place has confirmed it.") if confirmed else _("The place has not confirmed it.")
    origin = "" if confirmed else str(_ORIGINS.get(offer.confidence, ""))
    return [f"{checked.rstrip('.')}.", told] if checked else [sentence for sentence in (origin, told) if sentence]


def _demonstration(offer) -> str:
    if offer.demonstration == Demonstration.MADE_UP:
        return _("Made up, to show what a listing can look like.")
    if offer.demonstration != Demonstration.UNCONFIRMED:
        return ""
    sentences = [_("Demonstration. Not confirmed by the place.")]
    if offer.source_date:
        sentences.append(_("Source from %(date)s.") % {"date": told_date(offer.source_date)})
    return " ".join(sentences)


def _overdue(offer) -> str:
    if not offer.is_overdue:
        return ""
    months = offer.months_since_check
    return ngettext(
        "Not checked for %(months)s month. Call before you go.",
        "Not checked for %(months)s months. Call before you go.",
        months,
    ) % {"months": months}


def _checked(offer) -> str:
    if not offer.verified_on:
        return ""
    day = short_date(offer.verified_on)
    if not offer.verified_by:
        return _("Checked on %(day)s") % {"day": day}
    return _("Checked on %(day)s by %(who)s") % {"day": day, "who": offer.get_verified_by_display()}


def _unconfirmed(offer) -> str:
    if offer.confidence == Confidence.HIGH:
        return _("We have it from the place's web page. The place has not confirmed it yet.")
    return _("The place has not confirmed this yet.")
