"""What Eksempel offers to those who help others: it stands on the page for professionals and in no search."""

from django.db import transaction

from directory.answers import Access, Level
from directory.demo.tree import unit_of_example
from directory.importing.write.pages import publish_new
from directory.models import OfferAudience, OfferPage, TargetGroup
from directory.models.facts.freshness import Demonstration
from directory.models.kinds.group_course import GroupCoursePage
from directory.models.kinds.guidance import GuidancePage
from directory.models.taxonomy import PROFESSIONALS

_ORGANISATION = "Eksempel Kommune, Støtte og Sundhed"
_CONTACT = "Støtte og Sundhed, 12 34 56 78, hverdage kl. 9-11"
_OFFERS: tuple[tuple[type[OfferPage], dict[str, str]], ...] = (
    (
        GroupCoursePage,
        {
            "title": "Temadag om at høre stemmer",
            "slug": "temadag-om-at-hoere-stemmer",
            "teaser": "En dag for dig, der møder stemmehørere i dit arbejde. Du lærer at spørge roligt ind.",
            "access": Access.BOOK,
            "access_plain": "Skriv til os senest to uger før. Vi tager højst 20 med.",
            "schedule_text": "En dag i foråret og en dag i efteråret, kl. 9-15",
            "price_note": "300 kr. med frokost. Gratis for kommunens egne.",
        },
    ),
    (
        GuidancePage,
        {
            "title": "Sparring om en svær samtale",
            "slug": "sparring-om-en-svaer-samtale",
            "teaser": "Ring, når du er i tvivl om, hvad du skal sige. Vi taler det igennem, uden navn på borgeren.",
            "access": Access.CALL_FIRST,
            "access_plain": "Ring, eller læg en besked. Vi ringer op samme dag.",
            "schedule_text": "Hverdage kl. 9-11",
            "price_note": "Gratis for alle, der hjælper andre i deres arbejde.",
        },
    ),
)


@transaction.atomic
def offer_to_professionals() -> int:
    """Write those that are not there yet; how many it were."""
    above = unit_of_example(_ORGANISATION)
    group = TargetGroup.objects.filter(slug=PROFESSIONALS).first()
    if above is None or group is None:
        return 0
    there = set(OfferPage.objects.child_of(above).values_list("slug", flat=True))
    missing = [(kind, told) for kind, told in _OFFERS if told["slug"] not in there]
    for kind, told in missing:
        offer = kind(
            **told,
            professional_contact=_CONTACT,
            phone="12 34 56 78",
            at_place=True,
            demonstration=Demonstration.MADE_UP,
            audiences=[OfferAudience(level=Level.ONLY, target_group=group)],
        )
        publish_new(above, offer)
    return len(missing)
