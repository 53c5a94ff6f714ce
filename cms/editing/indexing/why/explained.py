"""An explanation of the search in plain words."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import OfferPage
from search import Explanation

_WHERE = {
    "title": gettext_lazy("in the name"),
    "summary": gettext_lazy("in the line under the name"),
    "labels": gettext_lazy("in needs, groups, organisation or town"),
    "concepts": gettext_lazy("in the everyday names of its needs and groups"),
    "text": gettext_lazy("in the text"),
}
_FACTORS = {
    "share": gettext_lazy("has only a part of what was asked for"),
    "wished": gettext_lazy("has what was wished for"),
    "fresh": gettext_lazy("was checked long ago, or never"),
    "complete": gettext_lazy("contact, place or times are missing"),
    "near": gettext_lazy("the way there"),
    "meant": gettext_lazy("is for the group that was named, or mostly for others"),
    "akin": gettext_lazy("has needs and groups in common with the best hits"),
}
_HINDRANCES = {
    "index": gettext_lazy("The search does not have it: it is not published, or the search has not heard of it yet."),
    "scope": gettext_lazy("It belongs to another municipality than the site."),
    "radius": gettext_lazy("It is too far away."),
    "words": gettext_lazy("It has too few of the words, and of words that mean the same."),
    "late": gettext_lazy("It was found, but so many others fit better that its place is not worked out."),
}


@dataclass(frozen=True)
class Word:
    """A word or a meaning that the offer has."""

    asked: str
    by: str
    where: str
    points: float


@dataclass(frozen=True)
class Factor:
    """Something that makes the points more or fewer, in per cent."""

    label: str
    percent: int


@dataclass(frozen=True)
class ExplainedHit:
    """An offer and why it stands where it does, or does not."""

    offer: OfferPage
    place: int
    percent: int  # of the points of the best hit
    words: list[Word] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    factors: list[Factor] = field(default_factory=list)
    hindrances: list[str] = field(default_factory=list)


def explained_hit(offer: OfferPage, why: Explanation) -> ExplainedHit:
    """The explanation of one offer."""
    return ExplainedHit(
        offer=offer,
        place=why.place,
        percent=round(why.score * 100),
        words=[
            Word(met.asked, met.by, str(_WHERE[met.zone]), met.score)
            for met in sorted(why.met, key=lambda met: -met.score)
        ],
        missing=why.missing,
        factors=[
            Factor(str(_FACTORS[name]), round(value * 100) - 100)
            for name, value in why.factors.items()
            if round(value * 100) != 100
        ],
        hindrances=[_hindrance(name) for name in why.hindrances],
    )


def _hindrance(name: str) -> str:
    if name in _HINDRANCES:
        return str(_HINDRANCES[name])
    return _("It does not have the wish that was read from the text (%(name)s).") % {"name": name}
