"""Which offers a change touches: a table from model to offers, not handlers."""

from collections.abc import Callable

from django.db.models import Field, Model, Q, QuerySet
from modelcluster.fields import ParentalKey
from wagtail.models import Page, PageViewRestriction

from directory.answers import Level
from directory.models import (
    Authority,
    AuthorityName,
    CommonDescription,
    DescriptionEdition,
    Language,
    MunicipalityPage,
    NationalBranchPage,
    Need,
    OfferPage,
    OrganisationAuthority,
    OrganisationPage,
    Place,
    PortalPage,
    TargetGroup,
)
from directory.models.term_tree import TermTree


def _below(page: Page) -> QuerySet[OfferPage]:
    return OfferPage.objects.descendant_of(page, inclusive=True)


def _of_need(need: Need) -> QuerySet[OfferPage]:
    return OfferPage.objects.filter(needs__in=TermTree(Need.objects.all()).downwards([need.pk]))


def _of_group(group: TargetGroup) -> QuerySet[OfferPage]:
    """Those labelled with it or with one below it, and those for everybody, which carry every group."""
    below = TermTree(TargetGroup.objects.all()).downwards([group.pk])
    return OfferPage.objects.filter(Q(audiences__target_group__in=below) | Q(audiences__level=Level.OPEN))


def _of_authority(authority: Authority) -> QuerySet[OfferPage]:
    """Those that name it, and those of organisations that do."""
    touched = Q(authorities__authority=authority)
    for path in OrganisationPage.objects.filter(authorities__authority=authority).values_list("path", flat=True):
        touched |= Q(path__startswith=path)
    return OfferPage.objects.filter(touched)


TOUCHES: dict[type[Model], Callable[..., QuerySet[OfferPage]]] = {
    OfferPage: lambda offer: OfferPage.objects.filter(pk=offer.pk),
    OrganisationPage: _below,
    MunicipalityPage: _below,
    NationalBranchPage: _below,
    PortalPage: _below,
    Need: _of_need,
    TargetGroup: _of_group,
    Place: lambda place: OfferPage.objects.filter(place=place),
    CommonDescription: lambda description: OfferPage.objects.filter(common_description=description),
    DescriptionEdition: lambda edition: OfferPage.objects.filter(common_description=edition.description_id),
    Language: lambda language: OfferPage.objects.filter(languages=language),
    Authority: _of_authority,
    AuthorityName: lambda name: _of_authority(name.authority),
    OrganisationAuthority: lambda row: _below(row.organisation),
    PageViewRestriction: lambda rule: _below(rule.page),
}


def touched(instance: Model) -> set[int]:
    """The keys of the offers that a change of this row touches."""
    # Moves and scheduled expiry come as a plain Page, whatever kind of page it is.
    row = instance.specific if type(instance) is Page else instance
    keys: set[int] = set()
    for model, offers in TOUCHES.items():
        if isinstance(row, model):
            keys.update(offers(row).values_list("pk", flat=True))
    return keys


def offer_of(instance: Model) -> int | None:
    """The key of the offer whose child row this is; None for any other row."""
    owner = next((field for field in instance._meta.fields if field.is_relation and _holds_children(field)), None)
    return getattr(instance, owner.attname) if owner else None


def _holds_children(field: Field) -> bool:
    return isinstance(field, ParentalKey) and field.related_model is OfferPage
