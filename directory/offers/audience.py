"""For whom an offer is, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from directory.answers import Level
from directory.models import OfferAudience, OfferPage


def audience_line(offer: OfferPage) -> str:
    """For whom, in one line, the narrowest first; empty when nobody has told."""
    audiences = offer.audiences.all()
    lines = [text for text in (_named(audiences, Level.ONLY), _named(audiences, Level.MAINLY)) if text]
    if any(audience.level == Level.OPEN for audience in audiences):
        lines.append(_("For everybody"))
    age = age_line(offer)
    return ". ".join([*lines, age] if age else lines)


def _named(audiences: Iterable[OfferAudience], level: str) -> str:
    names = [str(a.target_group).lower() for a in audiences if a.level == level and a.target_group]
    if not names:
        return ""
    words = {"groups": ", ".join(names)}
    return _("Only for: %(groups)s") % words if level == Level.ONLY else _("Mostly for: %(groups)s") % words


def age_line(offer: OfferPage) -> str:
    """The age limits in words; empty when nobody has told."""
    low, high = offer.age_min, offer.age_max
    if low and high is not None:
        return _("%(low)s to %(high)s years") % {"low": low, "high": high}
    if low:
        return _("From %(low)s years") % {"low": low}
    if high is not None:
        return _("Up to %(high)s years") % {"high": high}
    return _("All ages") if low == 0 else ""
