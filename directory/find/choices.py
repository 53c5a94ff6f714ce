"""The facets of the search page: the name in the address, the facet in the index, and what can be chosen."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from directory.answers import Access, Ladder
from directory.models import KINDS

#: "Sådan kommer du ind": what is unknown can not be chosen, only shown on request.
ACCESS = [(value, label) for value, label in Access.choices if value != Access.UNKNOWN]
LADDER = [(value, label) for value, label in Ladder.choices if value != Ladder.UNKNOWN]
FORMS = [
    ("at_place", _("At a place")),
    ("online", _("Online")),
    ("by_phone", _("By telephone")),
    ("comes_to_you", _("Comes to you")),
]
WHEN = [
    ("morning", _("Before noon")),
    ("afternoon", _("In the afternoon")),
    ("evening", _("In the evening")),
    ("weekend", _("At the weekend")),
]
SORTS = [
    ("passer", _("Best match")),
    ("naermest", _("Nearest")),
    ("foerst", _("Soonest")),
    ("navn", _("Name")),
    ("nyeste", _("Newest")),
    ("tjekket", _("Checked last")),
]


def kinds() -> list[tuple[str, str]]:
    """The kinds with their names in the plural."""
    return [(kind, model._meta.verbose_name_plural) for kind, model in KINDS.items()]


@dataclass(frozen=True)
class Fact:
    """A fact that can be asked for: it counts only when the answer is yes."""

    param: str
    facet: str
    label: str


PRACTICAL = (
    Fact("gratis", "free", _("Free of charge")),
    Fact("anonym", "anonymous", _("Anonymous")),
    Fact("niveaufri", "step_free", _("Room for a wheelchair")),
    Fact("handicaptoilet", "accessible_toilet", _("Toilet for wheelchairs")),
    Fact("teleslynge", "hearing_loop", _("Hearing loop")),
    Fact("plads", "has_room", _("Has room now")),
)
DOORSTEP = (
    Fact("kravfri", "no_demands", _("You may just be there")),
    Fact("foelges", "companion", _("Someone can go with you")),
    Fact("vaert", "host", _("A host meets you")),
    Fact("stille", "quiet", _("Calm and quiet")),
    Fact("faa", "small_group", _("At most 8 people")),
    Fact("tavs", "silent_ok", _("You do not have to talk")),
    Fact("gaa", "leave_anytime", _("You may leave when you like")),
)
FACTS = (*PRACTICAL, *DOORSTEP)
