"""What an exact plan asks of the database beside its values: lasting ids made keys, and the place with all that is known."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from directory.importing.clean_text import free_slug
from directory.importing.exact.markup import with_local_links
from directory.importing.exact.plan import ExactPlace, ExactPlan
from directory.models import FormerId, MunicipalityPage, OfferPage, OrganisationPage, Place
from directory.models.tree import branch_path

_UNKNOWN = {"unknown", "", None}


def keys_by_lasting_id(names: set[str]) -> dict[str, int]:
    """The keys of the offers with these lasting ids, as far as they are here; of a merged one, of that into which it was."""
    uuids = {uuid: name for name in names if (uuid := _uuid(name))}
    by_key = OfferPage.objects.filter(translation_key__in=uuids).values_list("translation_key", "pk")
    by_source = OfferPage.objects.filter(external_id__in=names).values_list("external_id", "pk")
    merged = FormerId.objects.filter(external_id__in=names).values_list("external_id", "offer")
    return dict(merged) | {uuids[key]: pk for key, pk in by_key} | dict(by_source)


def _uuid(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None


def localised(plan: ExactPlan) -> ExactPlan:
    """The plan with the keys that the offers it leads to have here; the ways to those that are not here are left out."""
    keys = keys_by_lasting_id(plan.refers_to())
    rows: list[dict[str, Any]] = [
        {"direction": row["direction"], "to_id": keys[row["to"]]} for row in plan.links if row["to"] in keys
    ]
    texts = {name: with_local_links(plan.fields[name], keys) for name in plan.markup}
    return replace(plan, fields=plan.fields | texts, children=plan.children | {"links": rows})


def place_of(plan: ExactPlace, page: OfferPage, organisation: OrganisationPage) -> Place:
    """The place of the plan: found by its address or made; what is known of it stays, unless it is to give way."""
    if plan.hidden and page.place and not page.place.is_public:
        return page.place
    place = _find(plan)
    if place is None:
        keeper = None if plan.of_the_whole else MunicipalityPage.objects.filter(path=branch_path(organisation)).first()
        taken = Place.objects.values_list("slug", flat=True)
        return Place.objects.create(slug=free_slug(plan.slug, set(taken), "sted"), municipality=keeper, **plan.values)
    news = [
        name
        for name, value in plan.values.items()
        if value != getattr(place, name) and (plan.overwrite or getattr(place, name) in _UNKNOWN)
    ]
    for name in news:
        setattr(place, name, plan.values[name])
    if news:
        place.save(update_fields=news)
    return place


def _find(plan: ExactPlace) -> Place | None:
    same = {name: plan.values.get(name, "") for name in ("street", "postal_code", "city")}
    named = Place.objects.filter(slug=plan.slug, **same).first()
    if named or not same["street"]:
        return named
    return Place.objects.filter(**same, name=plan.values.get("name", "")).first()
