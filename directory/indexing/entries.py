"""What the index holds of an offer. Pure: rows in, an `Entry` out; the rows come with everything prefetched."""

from collections.abc import Iterable
from html import unescape

from django.conf import settings
from django.utils import timezone, translation
from django.utils.html import strip_tags

from directory.hours import open_tokens, when_tokens
from directory.indexing.terms import Terms
from directory.models import OfferPage
from directory.models.answers import Level, State
from search import Entry, name_key

#: Where the facts lie that are filtered as they are.
_ANSWERS = ("access", "free", "anonymous", "no_demands", "leave_anytime")
_PLACE_ANSWERS = ("step_free", "accessible_toilet", "hearing_loop")
_FORMS = ("at_place", "online", "by_phone", "comes_to_you")
_TEXTS = (
    "easy_read",
    "for_you",
    "ordinary_day",
    "first_visit_note",
    "access_plain",
    "registration",
    "schedule_text",
    "legal_basis",
)
_SMALL_GROUP = 8
OLDEST = 120


def entry_id(key: int) -> str:
    """The id of an offer in the index."""
    return f"offer:{key}"


def keys_of(ids: Iterable[str]) -> list[int]:
    """The keys of the offers with these ids, in their order: what `entry_id` made, undone."""
    return [int(item.partition(":")[2]) for item in ids]


def entry(offer: OfferPage, *, branch: str, organisation: str, terms: Terms) -> Entry:
    """An offer as the index keeps it."""
    needs = terms.needs.upwards(need.pk for need in offer.needs.all())
    groups = terms.groups.upwards(a.target_group_id for a in offer.audiences.all() if a.target_group_id)
    place = offer.place
    return Entry(
        id=entry_id(offer.pk),
        title=offer.title,
        labels=tuple(
            filter(
                None,
                [
                    *(term.name for term in (*needs, *groups)),
                    _kind_name(offer),
                    organisation,
                    place.city if place and place.is_public else "",
                ],
            )
        ),
        concepts=tuple(name for term in (*needs, *groups) for name in term.everyday_names),
        summary=offer.teaser,
        text=_text(offer),
        facets=_facets(offer, needs, groups, branch, terms),
        points=(place.point,) if place and place.point else (),
        open=open_tokens(offer),
        starts=_next_start(offer),
        name_key=name_key(offer.title),
        published=offer.first_published_at.date() if offer.first_published_at else None,
        verified=offer.verified_on,
        complete=bool(
            (offer.phone or offer.email or offer.website)
            and (place or offer.online or offer.by_phone)
            and _has_times(offer)
        ),
        audience=_audience(offer, terms),
    )


def _kind_name(offer: OfferPage) -> str:
    """The kind in Danish, whatever language the editor who publishes works in."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(offer.kind_name)


def _text(offer: OfferPage) -> str:
    parts = [getattr(offer, name) for name in _TEXTS]
    parts.append(unescape(strip_tags(offer.body.replace("</p>", "</p>\n"))))
    parts.extend(getattr(offer, name, "") for name in offer.search_text)
    return "\n".join(part for part in parts if part)


def _has_times(offer: OfferPage) -> bool:
    return bool(offer.schedule_text or offer.opening_hours.all() or offer.sessions.all())


def _next_start(offer: OfferPage):
    today = timezone.localdate()
    return min((s.day for s in offer.sessions.all() if s.day >= today and not s.cancelled), default=None)


def _facets(offer, needs, groups, branch, terms) -> dict[str, tuple[str, ...]]:
    facets = {name: (getattr(offer, name),) for name in _ANSWERS}
    facets |= {name: (getattr(offer.place, name) if offer.place else "unknown",) for name in _PLACE_ANSWERS}
    facets |= {
        "municipality": (branch,),
        "kind": (offer.specific_class.kind,),
        "need": tuple(need.slug for need in needs) or ("unknown",),
        "target_group": _group_slugs(offer, groups, terms),
        "level": (offer.intervention_level,),
        "age": _ages(offer),
        "language": tuple(language.code for language in offer.languages.all()) or ("unknown",),
        "form": tuple(name for name in _FORMS if getattr(offer, name)) or ("unknown",),
        "when": when_tokens(offer) or ("unknown",),
        "companion": (_yes(offer.companion, {"volunteer", "staff"}, {"no"}),),
        "host": ("yes" if offer.host_role else "unknown",),
        "quiet": (_yes(offer.noise, {"1", "2"}, {"3", "4"}),),
        "silent_ok": (_yes(offer.must_talk, {"no"}, {"little", "yes"}),),
        "small_group": (_small(offer.group_size_max),),
        "has_room": (_has_room(offer),),
    }
    return facets


def _yes(value: str, yes: set[str], no: set[str]) -> str:
    return "yes" if value in yes else "no" if value in no else "unknown"


def _small(most: int | None) -> str:
    return "unknown" if most is None else "yes" if most <= _SMALL_GROUP else "no"


def _has_room(offer: OfferPage) -> str:
    if offer.state != State.OPEN or offer.free_places == 0:
        return "no"
    return "yes" if offer.free_places else "unknown"


def _ages(offer: OfferPage) -> tuple[str, ...]:
    """Every age that may come, so that an age asked for is one exact value."""
    if not offer.age_known:
        return ("unknown",)
    first = offer.age_min or 0
    last = OLDEST if offer.age_max is None else offer.age_max
    return tuple(str(age) for age in range(first, last + 1))


def _group_slugs(offer, groups, terms) -> tuple[str, ...]:
    """Open to all carries every group; mostly or only for a group carries that one and what stands above it."""
    levels = {audience.level for audience in offer.audiences.all()}
    if not levels:
        return ("unknown",)
    if Level.OPEN in levels and Level.ONLY not in levels:
        return terms.groups.all_slugs
    return tuple(group.slug for group in groups)


def _audience(offer, terms) -> dict[str, str]:
    """How much the offer is for each group it names, so that the best match comes first."""
    found: dict[str, str] = {}
    for audience in offer.audiences.all():
        if audience.target_group_id:
            for group in terms.groups.upwards([audience.target_group_id]):
                found[group.slug] = audience.level
    return found
