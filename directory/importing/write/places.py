"""Finding places again, and making those that are new."""

from directory.importing.clean_text import free_slug
from directory.importing.confines import Confines
from directory.importing.map.plan import PlacePlan
from directory.models import MunicipalityPage, OrganisationPage, Place
from directory.models.tree import branch_path

#: So long is what the address of a place on the site begins with: a number may follow.
_LONGEST = 75


def find_or_make(plan: PlacePlan | None, organisation: OrganisationPage, confines: Confines) -> Place | None:
    """The place with the plan's address. What is known about it stays; what is unknown is filled in.

    A new one belongs to the municipality of the organisation, or to the whole where that stands in none.
    """
    if plan is None:
        return None
    place = _find(plan, confines)
    if place is None:
        keeper = MunicipalityPage.objects.filter(path=branch_path(organisation)).first()
        return Place.objects.create(slug=_free(plan.slug), municipality=keeper, **plan.values)
    if confines.may_fill(place):
        _fill(place, plan.values)
    return place


def _find(plan: PlacePlan, confines: Confines) -> Place | None:
    same = {name: plan.values[name] for name in ("street", "postal_code", "city")}
    known = confines.places()
    return known.filter(**same).first() or known.filter(slug=plan.slug).first()


def _free(slug: str) -> str:
    taken = set(Place.objects.filter(slug__startswith=slug[:_LONGEST]).values_list("slug", flat=True))
    return slug if slug not in taken else free_slug(slug[:_LONGEST], taken, slug[:_LONGEST])


def _fill(place: Place, values: dict) -> None:
    news = [name for name, value in values.items() if value != "unknown" and getattr(place, name) == "unknown"]
    for name in news:
        setattr(place, name, values[name])
    if news:
        place.save(update_fields=news)
