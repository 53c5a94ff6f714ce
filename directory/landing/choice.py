"""What a landing page or a card of the front page is about, and the offers that help with it: asked of the database alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from directory.answers import Level
from directory.models import (
    KINDS,
    MunicipalityPage,
    NationalBranchPage,
    Need,
    OfferAudience,
    OfferPage,
    StartCard,
    TargetGroup,
)
from directory.models.kept import kept
from directory.models.taxonomy import TaxonomyTrees
from directory.sites.address import Address
from directory.sites.counts import Counts
from directory.sites.scope import on_site
from search import name_key


def may_have_offers(facets: Mapping[str, tuple[str, ...]], counts: Counts | None) -> bool:
    """Whether something stands behind each facet; while the search is out nobody knows, and something may."""
    if counts is None:
        return True
    return all(any(counts.get(name, {}).get(value) for value in values) for name, values in facets.items())


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


#: How well an offer fits somebody of whom nothing is known, beside one for all, when it is mainly or only for some.
_MAINLY_FOR_SOME, _ONLY_FOR_SOME = 0.7, 0.4


def helping(choice: Choice, municipality: MunicipalityPage | None) -> list[int]:
    """The keys of the offers on a site that help with it, the best match first.

    The more of what an offer is for was chosen, the better it matches, and less where it is for groups that nobody chose;
    then what is close by comes before what holds for the whole country, then the name.
    """
    national = NationalBranchPage.objects.values_list("path", flat=True).first()
    best_first = sorted(
        _matching(choice, municipality),
        key=lambda row: (
            not row["for_them"],
            -_fit(row),
            bool(national) and row["path"].startswith(national),
            name_key(row["title"]),
        ),
    )
    return [row["pk"] for row in best_first]


def _matching(choice: Choice, municipality: MunicipalityPage | None) -> QuerySet:
    """The offers that help with it, and how much of each was chosen."""
    needs, groups = _with_below(choice.needs, choice.groups)
    offers = on_site(OfferPage.objects.shown().for_citizens().not_ended(), municipality)
    if choice.needs:
        offers = offers.filter(Exists(OfferPage.needs.through.objects.filter(offerpage=OuterRef("pk"), need__in=needs)))
    if choice.groups:
        offers = offers.filter(_open_to(groups))
    if choice.kinds:
        offers = offers.filter(content_type__model__in=[KINDS[kind]._meta.model_name for kind in choice.kinds])
    return offers.annotate(
        chosen=Count("needs", filter=Q(needs__in=needs), distinct=True),
        all_needs=Count("needs", distinct=True),
        for_them=Count("audiences", filter=Q(audiences__target_group__in=groups), distinct=True),
        only=Count("audiences", filter=Q(audiences__level=Level.ONLY), distinct=True),
        mainly=Count("audiences", filter=Q(audiences__level=Level.MAINLY), distinct=True),
        for_all=Count("audiences", filter=Q(audiences__level=Level.OPEN), distinct=True),
    ).values("pk", "chosen", "all_needs", "for_them", "only", "mainly", "for_all", "path", "title")


@kept(Need, TargetGroup)
def _with_below(needs: tuple[str, ...], groups: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """The keys of these needs and groups, and of all below them."""
    trees = TaxonomyTrees.load()
    return (
        frozenset(trees.needs.downwards(trees.needs.keys(needs))),
        frozenset(trees.groups.downwards(trees.groups.keys(groups))),
    )


def _fit(row: dict) -> float:
    """How well an offer fits what was chosen, from 0 to 1."""
    share = row["chosen"] / row["all_needs"] if row["all_needs"] else 0.0
    if row["for_them"] or (row["for_all"] and not row["only"]):
        return share
    return share * (_ONLY_FOR_SOME if row["only"] else _MAINLY_FOR_SOME if row["mainly"] else 1)


def _open_to(groups: frozenset[int]) -> Exists | Q:
    """Offers that name one of the groups, and those open to all that are not only for others: as the index reads them."""
    of_offer = OfferAudience.objects.filter(offer=OuterRef("pk"))
    for_all = Exists(of_offer.filter(level=Level.OPEN)) & ~Exists(of_offer.filter(level=Level.ONLY))
    return Exists(of_offer.filter(target_group__in=groups)) | for_all
