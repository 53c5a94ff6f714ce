"""Offers that are hard to keep whole on their way between installations: every field and every sort of row told."""

from datetime import date, time

from directory.importing.exact.fields import offer_fields
from directory.models import Authority, OfferAuthority, OfferPerformer, OrganisationAuthority
from directory.models.offer_rows import FirstVisitStep, OfferAudience
from directory.models.times import Closure, OpeningHours, Session
from tests import factories

#: Values of fields that have to fit each other, or that are checked.
THAT_FIT = {
    "age_min": 3,
    "age_max": 99,
    "group_size_min": 0,
    "group_size_max": 12,
    "phone": "12345678",
    "website": "https://example.org/å?a=1&b=2",
    "email": "a@example.org",
    "search_description": "Fundet",
    "holiday_opens": time(10),
    "holiday_closes": time(14, 30),
}


def made_up(model, chance):
    """An offer whose every field holds something that is hard to keep."""
    hostile = ("Æblegrød & <b>grød</b>", "“Anførsel” 'x' \"y\"", "to\nlinjer", "𝓢måt 🙂", "=1+1", "\\n")
    told = {}
    for name, field in offer_fields(model).items():
        kind = field.get_internal_type()
        if field.choices:
            told[name] = chance.choice([value for value, _label in field.flatchoices])
        elif kind in {"CharField", "TextField"} and name not in {"slug", "title", "phone", "house_rules", "body"}:
            told[name] = chance.choice(hostile)[: field.max_length]
        elif kind == "BooleanField":
            told[name] = chance.random() < 0.5
        elif kind == "DateField":
            told[name] = date(2027, 1, 1 + chance.randrange(28))
        elif kind == "PositiveSmallIntegerField":
            told[name] = chance.randrange(5)
    dates = {"starts_on": date(2027, 1, 1), "ends_on": date(2027, 2, 1)} if model.kind == "group_course" else {}
    return told | THAT_FIT | dates


def with_all_rows(offer, terms, place, picture):
    """The offer with a row of every sort."""
    need, group = terms
    offer.needs, offer.place, offer.picture, offer.picture_alt = [need], place, picture, "En dør"
    offer.audiences = [OfferAudience(level="only", target_group=group), OfferAudience(level="open")]
    night = {"opens": time(22), "closes": time(2, 30)}
    offer.opening_hours = [OpeningHours(weekday=6, rhythm="odd", valid_from=date(2027, 1, 1), note="n", **night)]
    offer.closures = [Closure(first_day=date(2027, 7, 1), last_day=date(2027, 7, 3), note="Ferie")]
    offer.sessions = [Session(day=date(2027, 5, 1), starts=time(10), ends=None, topic="Å", cancelled=True)]
    offer.first_visit_steps = [FirstVisitStep(text="Først"), FirstVisitStep(text="Så", sort_order=1)]
    region = Authority.objects.get_or_create(slug="region-syd", kind="region")[0]
    offer.authorities = [OfferAuthority(authority=region, first_day=date(2027, 1, 1), last_day=date(2028, 2, 29))]
    offer.performers = [OfferPerformer(name="Å & <b>ø</b>", first_day=date(2027, 1, 1)), OfferPerformer(name="To")]
    offer.save()
    return offer


def an_owner(municipality):
    """An organisation with a text, a number, and who is responsible for its offers."""
    told = {"about": "<p>Om <b>os</b></p>", "phone": "12345678"}
    owner = factories.OrganisationFactory(title="Huset", parent=municipality, **told)
    owner.authorities = [OrganisationAuthority(authority=Authority.objects.create(slug="vejle", kind="municipality"))]
    owner.save()
    return owner
