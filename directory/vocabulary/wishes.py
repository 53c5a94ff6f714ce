"""Phrases that say what an offer must be like, and the filter they stand for. They name filters, so they are code."""

from django.utils.translation import gettext_noop

from search import WishWord

_FREE = gettext_noop("Free of charge")
_ANONYMOUS = gettext_noop("Anonymous")
_JUST_COME = gettext_noop("Just come")
_COMPANION = gettext_noop("Someone can go with you")
_WHEELCHAIR = gettext_noop("Room for a wheelchair")

_TABLE = {
    (
        "free",
        "yes",
        _FREE,
    ): "gratis; uden betaling; koster ikke noget; koster ingenting; det må ikke koste noget; har ingen penge til det",
    (
        "anonymous",
        "yes",
        _ANONYMOUS,
    ): "anonym; anonymt; uden at sige mit navn; uden navn; uden cpr; uden at nogen ved det",
    ("access", "drop_in", _JUST_COME): (
        "uden henvisning; uden visitation; uvisiteret; uden aftale; uden tilmelding; bare komme; bare møde op; "
        "drop in; drop-in; kigge forbi; kræver ikke henvisning; ingen henvisning"
    ),
    (
        "companion",
        "yes",
        _COMPANION,
    ): "følgeven; en der kan følge mig; nogen der kan følge mig; følges med nogen; ikke alene derhen",
    (
        "step_free",
        "yes",
        _WHEELCHAIR,
    ): "kørestol; kørestolsbruger; gangbesværet; niveaufri; uden trapper; handicapvenligt",
    ("hearing_loop", "yes", gettext_noop("Hearing loop")): "teleslynge; høreapparat",
    ("when", "evening", gettext_noop("In the evening")): "om aftenen; aftenåbent; efter arbejde; aften",
    ("when", "morning", gettext_noop("Before noon")): "om morgenen; om formiddagen; formiddag",
    ("when", "afternoon", gettext_noop("In the afternoon")): "om eftermiddagen; eftermiddag; efter skole",
    ("when", "weekend", gettext_noop("At the weekend")): "i weekenden; weekend; lørdag og søndag",
    ("when", "day-0", gettext_noop("Monday")): "mandag; om mandagen",
    ("when", "day-1", gettext_noop("Tuesday")): "tirsdag; om tirsdagen",
    ("when", "day-2", gettext_noop("Wednesday")): "onsdag; om onsdagen",
    ("when", "day-3", gettext_noop("Thursday")): "torsdag; om torsdagen",
    ("when", "day-4", gettext_noop("Friday")): "fredag; om fredagen",
    ("when", "day-5", gettext_noop("Saturday")): "lørdag; om lørdagen",
    ("when", "day-6", gettext_noop("Sunday")): "søndag; om søndagen",
    ("form", "online", gettext_noop("Online")): "på nettet; online; hjemmefra; over nettet",
    ("form", "by_phone", gettext_noop("By telephone")): "i telefonen; telefonisk; over telefonen",
    (
        "form",
        "comes_to_you",
        gettext_noop("Comes to you"),
    ): "hjemme hos mig; kommer hjem til mig; hjemmebesøg; i eget hjem",
    ("quiet", "yes", gettext_noop("Calm and quiet")): "stille og roligt; uden larm; rolige omgivelser",
    (
        "small_group",
        "yes",
        gettext_noop("At most 8 people"),
    ): "lille gruppe; små grupper; få mennesker; ikke så mange mennesker",
    (
        "silent_ok",
        "yes",
        gettext_noop("You do not have to talk"),
    ): "uden at sige noget; behøver ikke tale; ikke sige noget",
    ("no_demands", "yes", gettext_noop("You may just be there")): "kravfrit; uden krav; uden forpligtelser; bare være",
}

WISHES: tuple[WishWord, ...] = tuple(
    WishWord(phrase.strip(), facet, value, label)
    for (facet, value, label), phrases in _TABLE.items()
    for phrase in phrases.split(";")
)
