"""Facts of an offer and its place in sentences, and by name what nobody has told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Model
from django.utils.translation import gettext as _

from directory.models import OfferPage, Place
from directory.offers.sentences import SENTENCES
from directory.times.in_words import long_date


@dataclass(frozen=True)
class Sentence:
    """A fact as it is said: words in the language of the page, and after them the place's own, which are Danish."""

    words: str
    own: str = ""


@dataclass(frozen=True)
class Told:
    """A block of facts: its sentences, and the names of those that nobody has told."""

    sentences: list[Sentence] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def __add__(self, other: "Told") -> "Told":
        return Told([*self.sentences, *other.sentences], [*self.unknown, *other.unknown])


def told_of(row: Model, *names: str) -> Told:
    """What a row tells in these fields."""
    told = Told()
    for name in names:
        said, label = _said(row, name), str(row._meta.get_field(name).verbose_name)
        if said:
            told.sentences.append(said)
        else:
            told.unknown.append(label)
    return told


def _said(row: Model, name: str) -> Sentence | None:
    value = getattr(row, name)
    if name in SENTENCES:
        sentence = SENTENCES[name].get(value)
        return Sentence(_(sentence)) if sentence else None
    if value in ("", None, "unknown"):
        return None
    label = str(row._meta.get_field(name).verbose_name)
    return Sentence(f"{label[:1].upper()}{label[1:]}:", long_date(value) if isinstance(value, date) else str(value))


def if_told(row: Model, *names: str) -> Told:
    """The same for what need not be told: nobody misses it."""
    return Told(told_of(row, *names).sentences)


def getting_in(place: Place | None) -> Told:
    """Steps, lift, toilet and hearing loop of the house; nothing for an address that is hidden."""
    if place is None or not place.is_public:
        return Told()
    return told_of(place, "step_free", "lift", "accessible_toilet", "hearing_loop")


def surroundings(offer: OfferPage) -> Told:
    """How it is there, from what nobody demands to rules on photographs."""
    demands = told_of(offer, "no_demands", "must_talk", "must_introduce", "must_join", "leave_anytime")
    sound = told_of(offer, "noise", "light")
    rules = told_of(offer, "quiet_room", "sober_rule", "dogs")
    others = _group_size(offer) + told_of(offer, "who_comes")
    return demands + others + sound + rules + if_told(offer, "crowd_times", "smoking", "photo_policy")


def _group_size(offer: OfferPage) -> Told:
    low, high = offer.group_size_min, offer.group_size_max
    if low is not None and high is not None:
        said = _("There are usually %(low)s to %(high)s people.") % {"low": low, "high": high}
    elif high is not None:
        said = _("There are usually at most %(high)s people.") % {"high": high}
    elif low is not None:
        said = _("There are usually at least %(low)s people.") % {"low": low}
    else:
        return Told(unknown=[_("how many people")])
    return Told([Sentence(said)])


def practical(offer: OfferPage, price: str) -> Told:
    """Price, languages, toilet and the like."""
    languages = ", ".join(str(language) for language in offer.languages.all())
    told = _named(_("price"), price) + _named(_("languages"), languages)
    house = told_of(offer, "toilet", "childcare") + if_told(offer, "shared_meals", "shower_laundry")
    return told + house + if_told(offer, "screen_help", "transport_help")


def participation(offer: OfferPage) -> Told:
    """A say and a task: who decides, what one can help with, where it may lead."""
    return told_of(offer, "who_decides", "can_help") + if_told(offer, "tasks", "practise")


def _named(label: str, words: str) -> Told:
    return Told([Sentence(f"{label.capitalize()}:", words)]) if words else Told(unknown=[label])


def privacy(offer: OfferPage) -> Told:
    """Who gets to know: whether one can be anonymous, whether a CPR number is asked for."""
    return told_of(offer, "anonymous", "cpr_needed")


def of_the_kind(offer: OfferPage) -> Told:
    """What only this kind tells, in the order of its fields; longer texts are lists of their own."""
    return told_of(offer, *_short_fields(type(offer)))


def _short_fields(kind: type[OfferPage]) -> Iterable[str]:
    return [
        row.name
        for row in kind._meta.local_fields
        if row.editable and not row.auto_created and row.get_internal_type() != "TextField"
    ]
