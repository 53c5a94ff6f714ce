"""The front pages: the choices that help here, the editors' picks, the municipalities."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from django.urls import reverse

from directory.landing.choice import Choice, may_have_offers
from directory.landing.guide import guide_url
from directory.models import HomePage, MunicipalityPage, Need, StartCard, TargetGroup
from directory.models.kept import kept
from directory.models.taxonomy import PROFESSIONALS
from directory.offers.cards import cards
from directory.offers.shown import shown_offers
from directory.sites.counts import Counts, counts_of
from directory.sites.here import here
from search import name_key

#: So many cards are in sight; the rest of a group is folded below them.
MAX_SHOWN = {StartCard.Group.NEED: 8, StartCard.Group.WISH: 3}
#: What the card stands for that leads to a page of its own.
_PROFESSIONALS = Choice(groups=(PROFESSIONALS,))


@dataclass(frozen=True)
class CardGroup:
    """The cards under one heading, each with its address: those in sight, and those folded away."""

    shown: list[tuple[StartCard, str]]
    rest: list[tuple[StartCard, str]]


def front_page(home: HomePage, request) -> dict:
    """What a portal's or a municipality's front page shows."""
    municipality = home if isinstance(home, MunicipalityPage) else None
    return {
        "start_cards": _groups(request, cards_with_offers(municipality)),
        "picks": cards(shown_offers([pick.offer_id for pick in home.picks.all()]), request),
        "municipalities": [] if municipality else _municipalities(),
    }


def _groups(request, found: Iterable[tuple[StartCard, Choice]]) -> dict[str, CardGroup]:
    by_group: dict[str, list[tuple[StartCard, str]]] = {group: [] for group in StartCard.Group.values}
    for card, choice in found:
        by_group[card.group].append((copy(card), here(request).carrying(card_url(card, choice))))
    most = {group: MAX_SHOWN.get(StartCard.Group(group), len(rows)) for group, rows in by_group.items()}
    return {group: CardGroup(rows[: most[group]], rows[most[group] :]) for group, rows in by_group.items()}


def card_url(card: StartCard, choice: Choice) -> str:
    """Where a card leads: who one is and what one does not know to the questions, anything else to a lasting page."""
    if choice == _PROFESSIONALS:
        return reverse("professionals")
    if card.group in (StartCard.Group.PERSON, StartCard.Group.HELP):
        return guide_url(choice.address, asked=1 if card.group == StartCard.Group.PERSON else 0)
    if choice.facets == {"need": choice.needs} and len(choice.needs) == 1:
        return reverse("need", args=choice.needs)
    return reverse("start_card", args=[card.slug]) if choice.is_anything else guide_url(choice.address)


def cards_with_offers(municipality: MunicipalityPage | None) -> list[tuple[StartCard, Choice]]:
    """The cards of a site that lead to an offer there; all of them while the search is out, which knows which do."""
    counts = _counts(municipality)
    return [(card, choice) for card, choice in _cards_of(municipality) if _leads_on(choice, counts)]


def empty_cards(municipality: MunicipalityPage | None) -> list[StartCard]:
    """The cards of a site that nothing stands behind: visitors do not see them, editors are told."""
    counts = _counts(municipality)
    return [copy(card) for card, choice in _cards_of(municipality) if not _leads_on(choice, counts)]


def _leads_on(choice: Choice, counts: Counts | None) -> bool:
    """Whether there is something where a card leads: the page for professionals is more than its offers."""
    return choice == _PROFESSIONALS or may_have_offers(choice.facets, counts)


def _counts(municipality: MunicipalityPage | None) -> Counts | None:
    return counts_of(municipality, "need", "target_group", "kind")


def _cards_of(municipality: MunicipalityPage | None) -> tuple[tuple[StartCard, Choice], ...]:
    return _start_cards(municipality.pk if municipality else None)


@kept(StartCard, Need, TargetGroup)
def _start_cards(municipality_pk: int | None) -> tuple[tuple[StartCard, Choice], ...]:
    """The cards of a site, each with what it stands for."""
    rows = StartCard.objects.on_site_of(municipality_pk).prefetch_related("needs", "target_groups")
    return tuple((row, Choice.of_card(row)) for row in rows)


def _municipalities() -> list[MunicipalityPage]:
    """The municipalities, in Danish order."""
    return sorted(MunicipalityPage.objects.live(), key=lambda page: name_key(page.title))
