"""The facets, in the order of the panel. Whoever adds a fact adds its field and a row here.

Phrases are what people write in Danish when they wish for a value. They name facets, so they are code.
"""

from django.utils.dates import WEEKDAYS
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from directory import weekdays
from directory.answers import Access, AuthorityKind, Ladder
from directory.facets.ages import ages
from directory.facets.facet import Facet, FacetTable, Heading, Value, fact
from directory.facets.readers import (
    answer,
    answers_as,
    at_most,
    has_room,
    kind,
    languages,
    municipality,
    needs,
    place_answer,
    responsible,
    target_groups,
    ticked,
    told,
)
from directory.facets.when import starts_soon, when

PRACTICAL = Heading("praktisk", _("Practical"))
AT_THE_PLACE = Heading("paa-stedet", _("At the place"))

#: What is unknown cannot be chosen, only shown on request.
_ACCESS_PHRASES = {
    Access.DROP_IN: "uden henvisning; uden visitation; uvisiteret; uden aftale; uden tilmelding; bare komme; "
    "bare møde op; drop in; drop-in; kigge forbi; kræver ikke henvisning; ingen henvisning",
}
_ACCESS = tuple(
    Value(access.value, access.label, _ACCESS_PHRASES.get(access, "")) for access in Access if access != Access.UNKNOWN
)
_LEVELS = tuple(Value(level.value, level.label) for level in Ladder if level != Ladder.UNKNOWN)
_AUTHORITIES = tuple(Value(kind.value, kind.label) for kind in AuthorityKind)
_FORMS = (
    Value("at_place", _("At a place")),
    Value("online", _("Online"), "på nettet; online; hjemmefra; over nettet"),
    Value("by_phone", _("By telephone"), "i telefonen; telefonisk; over telefonen"),
    Value("comes_to_you", _("Comes to you"), "hjemme hos mig; kommer hjem til mig; hjemmebesøg; i eget hjem"),
)
_WHEN = (
    Value("morning", _("Before noon"), "om morgenen; om formiddagen; formiddag"),
    Value("afternoon", _("In the afternoon"), "om eftermiddagen; eftermiddag; efter skole"),
    Value("evening", _("In the evening"), "om aftenen; aftenåbent; efter arbejde; aften"),
    # Many tell how their nights are; only words that ask for it wish for one.
    Value("night", _("At night"), offered=False),
    Value("weekend", _("At the weekend"), "i weekenden; weekend; lørdag og søndag"),
    Value("day-0", _("Monday"), "mandag; om mandagen"),
    Value("day-1", _("Tuesday"), "tirsdag; om tirsdagen"),
    Value("day-2", _("Wednesday"), "onsdag; om onsdagen"),
    Value("day-3", _("Thursday"), "torsdag; om torsdagen"),
    Value("day-4", _("Friday"), "fredag; om fredagen"),
    Value("day-5", _("Saturday"), "lørdag; om lørdagen"),
    Value("day-6", _("Sunday"), "søndag; om søndagen"),
)

#: A weekday and a part of it, which can be wished for in words: "søndag aften" is no other day's evening.
_PARTS = {
    "morning": (_("before noon"), ("formiddag", "morgen")),
    "afternoon": (_("in the afternoon"), ("eftermiddag",)),
    "evening": (_("in the evening"), ("aften",)),
    "night": (_("at night"), ()),
}
_WHEN_EXACTLY = tuple(
    Value(
        f"day-{number}-{part}",
        format_lazy("{} {}", WEEKDAYS[number], label),
        "; ".join(f"{day} {word}; {day}{word}" for word in words),
        offered=False,
    )
    for number, day in enumerate(weekdays.NAMES)
    for part, (label, words) in _PARTS.items()
)

#: In the index beside the facets, for nobody to choose: the branch whose people an offer comes to, wherever they live in it.
SERVES = "serves"

FACETS = FacetTable(
    Facet("need", "behov", _("What you need"), needs, rows="directory.Need"),
    Facet("target_group", "maalgruppe", _("For whom"), target_groups, rows="directory.TargetGroup"),
    fact(
        "free",
        "gratis",
        _("Free of charge"),
        PRACTICAL,
        section="practical",
        phrases="gratis; uden betaling; koster ikke noget; koster ingenting; det må ikke koste noget; har ingen penge til det",
    ),
    fact(
        "anonymous",
        "anonym",
        _("Anonymous"),
        PRACTICAL,
        section="privacy",
        phrases="anonym; anonymt; uden at sige mit navn; uden navn; uden cpr; uden at nogen ved det",
    ),
    fact("bath", "bad", _("Bath and laundry"), PRACTICAL, answer("shower_laundry"), section="practical"),
    fact("screen_help", "skaermhjaelp", _("Help with screen and print"), PRACTICAL, section="practical"),
    fact(
        "step_free",
        "niveaufri",
        _("Room for a wheelchair"),
        PRACTICAL,
        place_answer("step_free"),
        section="getting_in",
        phrases="kørestol; kørestolsbruger; gangbesværet; niveaufri; uden trapper; handicapvenligt",
    ),
    fact(
        "accessible_toilet",
        "handicaptoilet",
        _("Toilet for wheelchairs"),
        PRACTICAL,
        place_answer("accessible_toilet"),
        section="getting_in",
    ),
    fact(
        "hearing_loop",
        "teleslynge",
        _("Hearing loop"),
        PRACTICAL,
        place_answer("hearing_loop"),
        section="getting_in",
        phrases="teleslynge; høreapparat",
    ),
    fact("has_room", "plads", _("Has room now"), PRACTICAL, has_room, phrases="ledige pladser; plads nu; har plads"),
    fact(
        "starts_soon",
        "starter",
        _("Starts soon"),
        PRACTICAL,
        starts_soon,
        phrases="starter snart; begynder snart; snart opstart; nyt hold",
    ),
    fact(
        "no_demands",
        "kravfri",
        _("You may just be there"),
        AT_THE_PLACE,
        section="surroundings",
        phrases="kravfrit; uden krav; uden forpligtelser; bare være",
    ),
    fact(
        "companion",
        "foelges",
        _("Someone can go with you"),
        AT_THE_PLACE,
        answers_as("companion", yes={"volunteer", "staff"}, no={"no"}),
        section="company",
        phrases="følgeven; en der kan følge mig; nogen der kan følge mig; følges med nogen; ikke alene derhen",
    ),
    fact(
        "doctor_company",
        "til-laegen",
        _("Company to doctor and hospital"),
        AT_THE_PLACE,
        answer("companion_to_doctor"),
        section="company",
    ),
    fact("host", "vaert", _("A host meets you"), AT_THE_PLACE, told("host_role"), section="host"),
    fact(
        "quiet",
        "stille",
        _("Calm and quiet"),
        AT_THE_PLACE,
        answers_as("noise", yes={"1", "2"}, no={"3", "4"}),
        section="surroundings",
        phrases="stille og roligt; uden larm; rolige omgivelser",
    ),
    fact(
        "small_group",
        "faa",
        _("At most 8 people"),
        AT_THE_PLACE,
        at_most("group_size_max", 8),
        section="surroundings",
        phrases="lille gruppe; små grupper; få mennesker; ikke så mange mennesker",
    ),
    fact(
        "silent_ok",
        "tavs",
        _("You do not have to talk"),
        AT_THE_PLACE,
        answers_as("must_talk", yes={"no"}, no={"little", "yes"}),
        section="surroundings",
        phrases="uden at sige noget; behøver ikke tale; ikke sige noget",
    ),
    fact(
        "no_introduction",
        "uden-navnerunde",
        _("You do not have to introduce yourself"),
        AT_THE_PLACE,
        answers_as("must_introduce", yes={"no"}, no={"little", "yes"}),
        section="surroundings",
        phrases="uden navnerunde; uden præsentationsrunde; uden præsentation",
    ),
    fact(
        "citizens_decide",
        "borgerstyret",
        _("Run by those who come"),
        AT_THE_PLACE,
        answers_as("who_decides", yes={"citizens"}, no={"together", "staff"}),
        section="participation",
        phrases="borgerstyret; borgerstyrede; brugerstyret; brugerstyrede",
    ),
    fact("can_help", "hjaelpe-til", _("You can help out"), AT_THE_PLACE, section="participation"),
    fact("leave_anytime", "gaa", _("You may leave when you like"), AT_THE_PLACE, section="surroundings"),
    Facet("kind", "type", _("Kind of offer"), kind, rows="directory.OfferPage"),
    Facet("access", "adgang", _("How you get in"), answer("access"), values=_ACCESS, section="way_in"),
    Facet(
        "level",
        "trin",
        _("How much help"),
        answer("intervention_level"),
        values=_LEVELS,
        section="professionals",
    ),
    Facet("responsible", "ansvarlig", _("Who is responsible"), responsible, values=_AUTHORITIES, by_day=True),
    Facet("form", "maade", _("In what form"), ticked(*(form.value for form in _FORMS)), values=_FORMS),
    Facet("when", "hvornaar", _("When"), when, values=(*_WHEN, *_WHEN_EXACTLY)),
    Facet("language", "sprog", _("Language"), languages, rows="directory.Language"),
    Facet("municipality", "kommune", _("Municipality"), municipality, rows="directory.MunicipalityPage"),
    Facet("age", "alder", _("Age"), ages),
)


def indexed() -> tuple[str, ...]:
    """The names of all by which the index narrows."""
    return (*FACETS.names, SERVES)
