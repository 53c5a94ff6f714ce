"""The landing page of a need or a target group: what an editor says, the offers, and what lies near."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from directory.indexing.entries import keys_of
from directory.models import LandingText, Need, TargetGroup
from directory.models.taxonomy import Term
from directory.offers.cards import cards
from directory.offers.shown import shown_offers
from directory.sensitive import is_sensitive
from directory.sites.address import Address
from directory.sites.here import here
from directory.sites.scope import scope_of
from search import Query, engine

#: So many offers are shown; the rest is one link away, with all choices.
MAX_CARDS = 12
_NEAR = 8


@dataclass(frozen=True)
class Subject:
    """What a landing page can be about."""

    model: type[Term]
    facet: str  # its name in the index, and that of its view


NEED, TARGET_GROUP = Subject(Need, "need"), Subject(TargetGroup, "target_group")


def landing_page(request, subject: Subject, slug: str) -> dict:
    """What the page shows; 404 for a word that does not exist. Raises `SearchUnavailable` as the search does."""
    term = subject.model.objects.filter(slug=slug).first()
    if term is None:
        raise Http404
    municipality = here(request).municipality
    results = engine().search(Query(scope=scope_of(municipality), facets={subject.facet: (slug,)}, size=MAX_CARDS))
    start = here(request).carrying(f"{here(request).find_url}{Address.of(**{subject.facet: slug})}")
    return {
        "term": term,
        "text": _text(term, municipality),
        "cards": cards(shown_offers(keys_of(results.ids)), request),
        "total": results.total,
        "all_url": start,
        "near": [(str(row), here(request).carrying(reverse(subject.facet, args=[row.slug]))) for row in _near(term)],
        "sensitive": tells_too_much(term),
    }


def tells_too_much(term: Term) -> bool:
    """Whether looking at the page may tell more than the visitor wants to be known."""
    return is_sensitive([term.slug], [term.slug], term.name)


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
