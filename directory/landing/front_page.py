"""The front pages: the choices, the editors' picks, the municipalities."""

from copy import copy

from directory.models import HomePage, MunicipalityPage, Need, StartCard, TargetGroup
from directory.models.kept import kept
from directory.offers.cards import cards
from directory.offers.shown import shown_offers
from directory.sites.address import Address
from directory.sites.here import here
from search import name_key


def front_page(home: HomePage, request) -> dict:
    """What a portal's or a municipality's front page shows."""
    start = here(request).find_url
    own = home if isinstance(home, MunicipalityPage) else None
    choices: dict[str, list[tuple[StartCard, str]]] = {group: [] for group in StartCard.Group.values}
    for card, address in _start_cards(own.pk if own else None):
        choices[card.group].append((copy(card), here(request).carrying(f"{start}{address}")))
    picks = [pick.offer_id for pick in home.picks.all()]
    return {
        "start_cards": choices,
        "picks": cards(shown_offers(picks), request),
        "municipalities": [] if isinstance(home, MunicipalityPage) else _municipalities(),
    }


@kept(StartCard, Need, TargetGroup)
def _start_cards(municipality_pk: int | None) -> tuple[tuple[StartCard, str], ...]:
    """The cards of a site, each with the search that it stands for."""
    rows = StartCard.objects.on_site_of(municipality_pk).prefetch_related("needs", "target_groups")
    return tuple((row, str(address_of(row))) for row in rows)


def address_of(card: StartCard) -> Address:
    """The search that a card stands for."""
    return Address.of(
        need=sorted(need.slug for need in card.needs.all()),
        target_group=sorted(group.slug for group in card.target_groups.all()),
        kind=card.kinds.split(),
    )


def _municipalities() -> list[MunicipalityPage]:
    """The municipalities, in Danish order."""
    return sorted(MunicipalityPage.objects.live(), key=lambda page: name_key(page.title))
