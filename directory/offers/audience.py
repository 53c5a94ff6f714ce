"""For whom an offer is, in words."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from directory.answers import Level
from directory.models import OfferPage
from directory.text import within_sentence


def audience_line(offer: OfferPage) -> str:
    """For whom, in one sentence without its full stop; empty when nobody has told."""
    named = {level: _named(offer, level) for level in (Level.ONLY, Level.MAINLY)}
    only = _("Only for %(groups)s") % {"groups": named[Level.ONLY]} if named[Level.ONLY] else ""
    mainly = _("Mostly for %(groups)s") % {"groups": named[Level.MAINLY]} if named[Level.MAINLY] else ""
    age = age_line(offer)
    if only or not any(audience.level == Level.OPEN for audience in offer.audiences.all()):
        first, *more = [part for part in (only, mainly, age) if part] or [""]
        return ", ".join([first, *map(within_sentence, more)])
    everybody = " ".join([_("For everybody"), within_sentence(age)] if age else [_("For everybody")])
    return ", ".join([everybody, within_sentence(mainly)] if mainly else [everybody])


def _named(offer: OfferPage, level: str) -> str:
    """The groups of a level in one breath: "unge, mænd og pårørende"."""
    rows = [row for row in offer.audiences.all() if row.level == level and row.target_group]
    return get_text_list([within_sentence(str(row.target_group)) for row in rows], _("and"))


def age_line(offer: OfferPage) -> str:
    """The age limits in words; empty when nobody has told."""
    low, high = offer.age_min, offer.age_max
    if low and high is not None:
        return _("From %(low)s to %(high)s years") % {"low": low, "high": high}
    if low:
        return _("From %(low)s years") % {"low": low}
    if high is not None:
        return _("Up to %(high)s years") % {"high": high}
    return _("Of all ages") if low == 0 else ""
