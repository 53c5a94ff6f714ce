"""An offer as a card in a list: what neighbours differ in, ready to show."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import floatformat
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.indexing.entries import entry_id
from directory.models import HomePage, NationalBranchPage, OfferPage
from directory.models.kept import kept
from directory.models.kind_name import kind_name
from directory.models.tree import BRANCH_DEPTH, branch_path
from directory.offers.contact import Action, action_of
from directory.offers.face import Face, face
from directory.sites.here import here
from directory.sites.saving import save_link
from directory.times.clock import local_now
from search import Piece, highlighter


@dataclass(frozen=True)
class Card:
    """What a list shows of an offer to a visitor: its face, what was looked for in it, and how it is kept."""

    offer: OfferPage
    title: tuple[Piece, ...]
    teaser: tuple[Piece, ...]
    url: str
    kind: str
    face: Face
    national: bool
    municipality: str
    action: Action | None = None
    distance: str = ""
    save_url: str = ""  # puts it on the visitor's list, or takes it off; empty when the list is full
    saved: bool = False
    list_url: str = ""  # the visitor's list, where the offer is on it


def cards(
    offers: list[OfferPage],
    request,
    distances: Mapping[str, float] | None = None,
    marks: frozenset[str] = frozenset(),
) -> list[Card]:
    """Cards for these offers, in their order."""
    names = branch_names(offers)
    municipality, now = here(request).municipality, local_now()
    return [_card(offer, request, names, municipality, now, distances or {}, marks) for offer in offers]


def branch_names(pages: list[Page]) -> dict[str, Page]:
    """The branch that each page stands in, by its place in the tree."""
    branches = _branches()
    return {path: copy(branches[path]) for path in {branch_path(page) for page in pages} if path in branches}


@kept(HomePage, NationalBranchPage)
def _branches() -> dict[str, Page]:
    return {page.path: page for page in Page.objects.filter(depth=BRANCH_DEPTH)}


def _card(offer, request, names, municipality, now: datetime, distances, marks) -> Card:
    branch = names.get(branch_path(offer))
    national = branch is not None and branch.specific_class is NationalBranchPage
    shown = highlighter()
    return Card(
        offer=offer,
        title=shown.whole(offer.title, marks),
        teaser=shown.fragment(offer.teaser, marks),
        url=here(request).page_url(offer),
        kind=kind_name(offer),
        face=face(offer, now),
        national=national,
        municipality=branch.title if branch and not national and municipality is None else "",
        action=action_of(offer, here(request).home),
        distance=distance_line(distances.get(entry_id(offer.pk))) if offer.place and offer.place.is_public else "",
        **_keeping(offer, request),
    )


def _keeping(offer: OfferPage, request) -> dict:
    """How the offer is kept on the visitor's list, and where the list is once it is on it."""
    save_url, saved = save_link(request, offer.pk)
    list_url = reverse("shortlist", args=[here(request).shortlist.text]) if saved else ""
    return {"save_url": save_url, "saved": saved, "list_url": list_url}


def distance_line(kilometres: float | None) -> str:
    """How far it is from where somebody asked about, in whole kilometres; nothing when nobody asked."""
    if kilometres is None:
        return ""
    if kilometres < 1:
        return _("less than 1 km away")
    return _("about %(km)s km away") % {"km": floatformat(kilometres, 0)}
