"""What is missing where: for how many offers of an area somebody with a need, of a group, may choose."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.models import Page

from directory.answers import Level
from directory.models import Need, OfferAudience, OfferPage, TargetGroup
from directory.models.taxonomy import Term


@dataclass(frozen=True, slots=True)
class Gap:
    """A need, a group, and how many published offers there are for both in an area."""

    need: str
    group: str
    offers: int


def gaps_in(branch: Page) -> list[Gap]:
    """Every need with every group at the top of its tree, those without an offer first. What is for everybody is for each group.

    An offer for what stands below a need, or for a group below, counts for those above as well.
    """
    needs, groups = _tops(Need), _tops(TargetGroup)
    by_offer = _needs_of(branch, needs)
    counts: Counter[tuple[int, int]] = Counter()
    for offer, of_groups in _groups_of(branch, groups).items():
        counts.update((need, group) for need in by_offer.get(offer, ()) for group in of_groups)
    found = [
        Gap(str(need), str(group), counts[need.pk, group.pk]) for need in _roots(needs) for group in _roots(groups)
    ]
    return sorted(found, key=lambda gap: gap.offers)


def _tops(model: type[Term]) -> dict[int, Term]:
    """Every term's key, with the term at the top of the tree that it stands in."""
    terms = {term.pk: term for term in model._default_manager.all()}

    def top(term: Term) -> Term:
        return top(terms[term.parent_id]) if term.parent_id else term

    return {key: top(term) for key, term in terms.items()}


def _roots(tops: dict[int, Term]) -> list[Term]:
    return list(dict.fromkeys(tops.values()))


def _needs_of(branch: Page, tops: dict[int, Term]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for offer, need in _shown(branch).exclude(needs=None).values_list("pk", "needs"):
        found.setdefault(offer, set()).add(tops[need].pk)
    return found


def _groups_of(branch: Page, tops: dict[int, Term]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    everybody = {top.pk for top in tops.values()}
    for offer, level, group in _audiences(branch):
        found.setdefault(offer, set()).update(everybody if level == Level.OPEN else {tops[group].pk})
    return found


def _audiences(branch: Page) -> Iterator[tuple[int, str, int | None]]:
    rows = OfferAudience.objects.filter(offer__in=_shown(branch).order_by().values("pk"))
    yield from rows.values_list("offer", "level", "target_group")


def _shown(branch: Page):
    return OfferPage.objects.live().not_ended().descendant_of(branch)
