"""The lasting page of a need, a target group or a card: what an editor says, a search box, choices, the offers, what lies near.

It is made from the database; where the search is out, only the choices are missing.
"""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from directory.find.filters import MAX_PAGE_DIGITS, OfferFilterSet
from directory.find.paging import HitPage, last_page
from directory.find.panel import Group, groups
from directory.landing.choice import Choice, helping
from directory.models import LandingText, Need, StartCard, TargetGroup
from directory.models.taxonomy import Term
from directory.offers.cards import cards
from directory.offers.shown import shown_offers
from directory.sensitive import is_sensitive
from directory.sites.address import Address
from directory.sites.here import here
from directory.text import whole_number
from search import SearchUnavailable, engine

#: How many offers a page has.
MAX_CARDS = 12
_NEAR = 8


@dataclass(frozen=True)
class Subject:
    """What a landing page can be about."""

    model: type[Term]
    facet: str  # its name in the index, and that of its view


NEED, TARGET_GROUP = Subject(Need, "need"), Subject(TargetGroup, "target_group")


def landing_page(request, subject: Subject, slug: str) -> dict:
    """What the page of a word shows; 404 for a word that does not exist."""
    term = subject.model.objects.filter(slug=slug).first()
    if term is None:
        raise Http404
    choice = Choice(needs=(slug,)) if subject is NEED else Choice(groups=(slug,))
    return {
        **_offers(request, choice),
        "heading": str(term),
        "text": _text(term, here(request).municipality),
        "near": [(str(row), here(request).carrying(reverse(subject.facet, args=[row.slug]))) for row in _near(term)],
        "sensitive": is_sensitive([term.slug], [term.slug], term.name),
    }


def card_page(request, slug: str) -> dict:
    """What the page of a front page's card shows; 404 for one that is not on this site, or leads elsewhere."""
    municipality = here(request).municipality
    rows = StartCard.objects.on_site_of(municipality.pk if municipality else None).filter(slug=slug)
    card = rows.order_by("-municipality", "order").prefetch_related("needs", "target_groups").first()
    choice = Choice.of_card(card) if card else Choice()
    if not choice.is_anything:
        raise Http404
    return {
        **_offers(request, choice),
        "heading": str(card),
        "text": None,
        "near": [
            (str(need), here(request).carrying(reverse("need", args=[need.slug])))
            for need in card.needs.all()
            if len(choice.needs) > 1
        ],
        "sensitive": is_sensitive(choice.needs, choice.groups, card.label),
    }


def _offers(request, choice: Choice) -> dict:
    """A page of the offers that help, the best match first, and what can be chosen among them."""
    keys = helping(choice, here(request).municipality)
    asked = whole_number(Address(request.GET).value("page"), MAX_PAGE_DIGITS) or 1
    number = min(asked, last_page(len(keys), MAX_CARDS))
    start = (number - 1) * MAX_CARDS
    hits = HitPage(shown_offers(keys[start : start + MAX_CARDS]), len(keys), number, MAX_CARDS)
    return {
        "cards": cards(hits.offers, request),
        "hits": hits,
        "next_url": _page_url(request, number + 1) if hits.has_next else "",
        "previous_url": _page_url(request, number - 1) if hits.has_previous else "",
        "groups": _groups(request, choice),
        "chosen": [(name, value) for name, values in choice.address.data.lists() for value in values],
        "all_url": here(request).carrying(f"{here(request).find_url}{choice.address}"),
    }


def _page_url(request, number: int) -> str:
    return here(request).carrying(f"{request.path}{Address().page(number)}")


def _groups(request, choice: Choice) -> list[Group]:
    """The groups of the facet panel; none where the search is out: the offers are there all the same."""
    filters = OfferFilterSet(choice.address.data, municipality=here(request).municipality)
    try:
        return groups(filters, engine().search(filters.query(size=1)))
    except SearchUnavailable:
        return []


def _text(term, municipality) -> LandingText | None:
    """The municipality's own text before everybody's."""
    rows = list(term.landing_texts.all())
    own = [row for row in rows if municipality is not None and row.municipality_id == municipality.pk]
    return next(iter([*own, *(row for row in rows if row.municipality_id is None)]), None)


def _near(term):
    """The words below this one, or beside it."""
    rows = type(term).objects
    below = list(rows.filter(parent=term)[:_NEAR])
    return below or list(rows.filter(parent=term.parent_id).exclude(pk=term.pk)[:_NEAR])
