"""What a landing page or a card of the front page is about, and the offers that help with it: asked of the database alone."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from directory.answers import Level
from directory.models import KINDS, MunicipalityPage, NationalBranchPage, OfferAudience, OfferPage, StartCard
from directory.models.taxonomy import TaxonomyTrees
from directory.sites.address import Address
from directory.sites.scope import on_site
from search import name_key


@dataclass(frozen=True)
class Choice:
    """Needs, target groups and kinds: values within one are alternatives, and they narrow each other, as in the search."""

    needs: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    kinds: tuple[str, ...] = field(default=())

    @classmethod
    def of_card(cls, card: StartCard) -> "Choice":
        """What a card stands for."""
        return cls(
            tuple(sorted(need.slug for need in card.needs.all())),
            tuple(sorted(group.slug for group in card.target_groups.all())),
            tuple(kind for kind in card.kinds.split() if kind in KINDS),
        )

    @property
    def is_anything(self) -> bool:
        """Whether it chooses at all."""
        return bool(self.needs or self.groups or self.kinds)

    @property
    def facets(self) -> dict[str, tuple[str, ...]]:
        """The same as the search knows it."""
        named = {"need": self.needs, "target_group": self.groups, "kind": self.kinds}
        return {name: values for name, values in named.items() if values}

    @property
    def address(self) -> Address:
        """The search that asks for it."""
        return Address.of(**{name: list(values) for name, values in self.facets.items()})


def helping(choice: Choice, municipality: MunicipalityPage | None) -> list[int]:
    """The keys of the offers on a site that help with it, the best match first.

    The more of what an offer is for was chosen, the better it matches; then who is only or mainly for the group, then
    what is close by before what holds for the whole country, then the name.
    """
    trees = TaxonomyTrees.load()
    needs = trees.needs.downwards(trees.needs.keys(choice.needs))
    groups = trees.groups.downwards(trees.groups.keys(choice.groups))
    offers = on_site(OfferPage.objects.shown().not_ended(), municipality)
    if choice.needs:
        offers = offers.filter(Exists(OfferPage.needs.through.objects.filter(offerpage=OuterRef("pk"), need__in=needs)))
    if choice.groups:
        offers = offers.filter(_open_to(groups))
    if choice.kinds:
        offers = offers.filter(content_type__model__in=[KINDS[kind]._meta.model_name for kind in choice.kinds])
    rows = offers.annotate(
        chosen=Count("needs", filter=Q(needs__in=needs), distinct=True),
        all_needs=Count("needs", distinct=True),
        for_them=Count("audiences", filter=Q(audiences__target_group__in=groups), distinct=True),
    ).values_list("pk", "chosen", "all_needs", "for_them", "path", "title")
    national = NationalBranchPage.objects.values_list("path", flat=True).first()

    def match(row):
        _pk, chosen, all_needs, for_them, path, title = row
        away = bool(national) and path.startswith(national)
        return -(chosen / all_needs if all_needs else 0), not for_them, away, name_key(title)

    return [row[0] for row in sorted(rows, key=match)]


def _open_to(groups: set[int]) -> Exists | Q:
    """Offers that name one of the groups, and those open to all that are not only for others: as the index reads them."""
    of_offer = OfferAudience.objects.filter(offer=OuterRef("pk"))
    for_all = Exists(of_offer.filter(level=Level.OPEN)) & ~Exists(of_offer.filter(level=Level.ONLY))
    return Exists(of_offer.filter(target_group__in=groups)) | for_all
