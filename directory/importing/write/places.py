"""Finding places again, and making those that are new."""

from directory.importing.map.plan import PlacePlan
from directory.models import MunicipalityPage, OrganisationPage, Place
from directory.models.tree import branch_path


def find_or_make(plan: PlacePlan | None, organisation: OrganisationPage) -> Place | None:
    """The place with the plan's address. What is known about it stays; what is unknown is filled in.

    A new one belongs to the municipality of the organisation, or to the whole where that stands in none.
    """
    if plan is None:
        return None
    place = _find(plan)
    if place is None:
        keeper = MunicipalityPage.objects.filter(path=branch_path(organisation)).first()
        return Place.objects.create(slug=plan.slug, municipality=keeper, **plan.values)
    _fill(place, plan.values)
    return place


def _find(plan: PlacePlan) -> Place | None:
    same = {name: plan.values[name] for name in ("street", "postal_code", "city")}
    return Place.objects.filter(**same).first() or Place.objects.filter(slug=plan.slug).first()


def _fill(place: Place, values: dict) -> None:
    news = [name for name, value in values.items() if value != "unknown" and getattr(place, name) == "unknown"]
    for name in news:
        setattr(place, name, values[name])
    if news:
        place.save(update_fields=news)
