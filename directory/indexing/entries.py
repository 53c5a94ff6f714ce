"""What the index holds of an offer. Pure: rows in, an `Entry` out; the rows come with everything prefetched."""

from collections.abc import Iterable
from datetime import date
from html import unescape
from typing import cast

from django.conf import settings
from django.utils import timezone, translation
from django.utils.html import strip_tags

from directory.answers import Level, State
from directory.facets import FACETS, SERVES
from directory.facets.by_day import on_day
from directory.facets.readers import UNKNOWN, Ancestry
from directory.models import NationalBranchPage, OfferPage
from directory.models.authority_book import AuthorityBook
from directory.models.kind_name import kind_name
from directory.models.taxonomy import TaxonomyTrees, Term
from directory.times.clock import local_now
from directory.times.dated import answer_on
from directory.times.schedule import Schedule
from directory.times.tokens import known_days, open_tokens
from search import Entry, name_key
from search.contract import Level as AudienceLevel

_TEXTS = (
    "easy_read",
    "for_you",
    "ordinary_day",
    "first_visit_note",
    "access_plain",
    "registration",
    "schedule_text",
    "legal_basis",
    "outreach_area",
    "outreach_stops",
)


def entry_id(key: int) -> str:
    """The id of an offer in the index."""
    return f"offer:{key}"


def keys_of(ids: Iterable[str]) -> list[int]:
    """The keys of the offers with these ids, in their order: what `entry_id` made, undone."""
    return [int(item.partition(":")[2]) for item in ids]


def entry(
    offer: OfferPage,
    *,
    branch: str,
    organisation: str,
    terms: TaxonomyTrees,
    book: AuthorityBook,
    words: Iterable[str] = (),
) -> Entry:
    """An offer as the index keeps it; `words` are those of the common description that it has taken."""
    needs = terms.needs.upwards(need.pk for need in offer.needs.all())
    groups = terms.groups.upwards(a.target_group_id for a in offer.audiences.all() if a.target_group_id)
    place, schedule, today = offer.place, offer.schedule, timezone.localdate()
    above = Ancestry(branch, needs, groups, terms.groups.slugs, _responsible(offer, book, today))
    return Entry(
        id=entry_id(offer.pk),
        title=offer.title,
        labels=_labels(offer, (*needs, *groups), organisation, *book.names(offer)),
        concepts=(*(name for term in (*needs, *groups) for name in term.everyday_names), *words),
        summary=offer.teaser,
        text=_text(offer),
        facets={facet.name: facet.read(offer, above) for facet in FACETS} | {SERVES: _serves(offer, branch)},
        points=(place.point,) if place and place.point else (),
        open=() if offer.state == State.CLOSED else open_tokens(schedule, today),
        starts=_next_day(schedule),
        name_key=name_key(offer.title),
        published=offer.first_published_at.date() if offer.first_published_at else None,
        verified=offer.verified_on,
        complete=_is_complete(offer, schedule),
        audience=_audience(offer, terms),
    )


def _responsible(offer: OfferPage, book: AuthorityBook, today: date) -> tuple[str, ...]:
    """What sort of authority is responsible on each day of which the index knows what is open."""
    told = book.of_offer(offer)
    found = ((day, answer_on(told, day)) for day in known_days(today))
    return tuple(on_day(day, answer.kind if answer else UNKNOWN) for day, answer in found)


def _serves(offer: OfferPage, branch: str) -> tuple[str, ...]:
    """The branch whose people it comes to; none where they have to come to its place."""
    at_home = offer.online or offer.by_phone or offer.comes_to_you
    has_point = offer.place is not None and offer.place.point is not None
    return (branch,) if at_home or not has_point or branch == NationalBranchPage.SLUG else ()


def _next_day(schedule: Schedule) -> date | None:
    """The first day, from today on, on which it is open or takes place; what is open now is so today."""
    now = local_now()
    if schedule.current(now):
        return now.date()
    following = schedule.following(now)
    return following.start.date() if following else None


def _labels(offer: OfferPage, terms: Iterable[Term], *owners: str) -> tuple[str, ...]:
    """The names that an offer is found by beside its own: its terms, its kind, who holds it, its town if that is told.

    Whoever was or will be responsible for it, or do the work, holds it too.
    """
    town = offer.place.city if offer.place and offer.place.is_public else ""
    names = [*(term.name for term in terms), _kind_name(offer), *dict.fromkeys(owners), town]
    return tuple(name for name in names if name)


def _is_complete(offer: OfferPage, schedule: Schedule) -> bool:
    """Whether it says how to reach it, where it is and when."""
    reached = offer.phone or offer.email or offer.website
    found = offer.place or offer.online or offer.by_phone
    return bool(reached and found and (offer.schedule_text or schedule.is_told))


def _kind_name(offer: OfferPage) -> str:
    """The kind in Danish, whatever language the editor who publishes works in."""
    with translation.override(settings.LANGUAGE_CODE):
        return kind_name(offer)


def _text(offer: OfferPage) -> str:
    parts = [getattr(offer, name) for name in _TEXTS]
    parts.append(unescape(strip_tags(offer.body.replace("</p>", "</p>\n"))))
    parts.extend(getattr(offer, name, "") for name in offer.search_text)
    return "\n".join(part for part in parts if part)


def _audience(offer: OfferPage, terms: TaxonomyTrees) -> dict[str, AudienceLevel]:
    """How much the offer is for each group it names, and for those above them, so that the best match comes first.

    What is said of a group itself holds over what follows from a group below it; there the narrowest holds.
    """
    # The choices of the field are the levels that the search knows.
    named = {a.target_group_id: cast("AudienceLevel", a.level) for a in offer.audiences.all() if a.target_group_id}
    found: dict[str, AudienceLevel] = {}
    for key, level in sorted(named.items(), key=lambda row: row[1] == Level.ONLY):
        found |= {group.slug: level for group in terms.groups.upwards([key])}
    return found | {group.slug: named[group.pk] for group in terms.groups.upwards(named) if group.pk in named}
