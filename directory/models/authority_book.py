"""Who is responsible for which offer, who does the work, and when that changes: read at once, for pages and for the index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from directory.answers import AuthorityKind
from directory.models.authority import Authority, AuthorityName, KnownAuthority, ReferralRecipient, authorities
from directory.models.kept import kept
from directory.models.offer import OfferPage
from directory.models.organisation import OrganisationPage
from directory.models.responsible import OfferAuthority, OfferPerformer, OrganisationAuthority
from directory.models.tree import parent_path
from directory.times.dated import Dated, answer_on, periods, turns

_Key = TypeVar("_Key")
_Answer = TypeVar("_Answer")
#: The dated rows of one page: keys of authorities.
_Rows = Sequence[Dated[int]]


@dataclass(frozen=True, slots=True)
class Responsible:
    """An authority by the name that it has in a period."""

    key: int
    kind: str
    name: str

    @property
    def is_nobody(self) -> bool:
        """Whether the answer is that no public authority is responsible."""
        return self.kind == AuthorityKind.NONE


@dataclass(frozen=True)
class AuthorityBook:
    """All rows that say who is responsible and who does the work. Most offers say what their organisation says."""

    authorities: Mapping[int, KnownAuthority]
    of_offers: Mapping[int, _Rows]
    of_organisations: Mapping[str, _Rows]
    performers_of: Mapping[int, Sequence[Dated[str]]]

    def of_offer(self, offer: OfferPage) -> list[Dated[Responsible | None]]:
        """Who is responsible for an offer, period by period; nothing where nobody has ever told."""
        return self._periods(*self._rows(offer))

    def of_organisation(self, organisation: OrganisationPage) -> list[Dated[Responsible | None]]:
        """The same for what an organisation says of its offers."""
        return self._periods(self.of_organisations.get(organisation.path, ()))

    def performers(self, offer: OfferPage) -> Sequence[Dated[str]]:
        """Who does the work, where somebody has told."""
        told = _unsaved(offer, "performers")
        return self.performers_of.get(offer.pk, ()) if told is None else [row.as_value(row.name) for row in told]

    def names(self, offer: OfferPage) -> tuple[str, ...]:
        """All names, former and coming ones too, of whoever was, is or will be responsible or do the work."""
        keys = [row.answer for rows in self._rows(offer) for row in rows]
        found = [*(self.authorities[key].names for key in keys if key in self.authorities), self.performers(offer)]
        return tuple(dict.fromkeys(row.answer for rows in found for row in rows))

    def _rows(self, offer: OfferPage) -> tuple[_Rows, _Rows]:
        """The offer's own rows, and those of its organisation, which hold on the other days."""
        told = _unsaved(offer, "authorities")
        own = self.of_offers.get(offer.pk, ()) if told is None else [row.as_value(row.authority_id) for row in told]
        return own, self.of_organisations.get(parent_path(offer), ()) if offer.path else ()

    def _periods(self, *told: _Rows) -> list[Dated[Responsible | None]]:
        # A row of an authority that came after the authorities were read waits for the next reading.
        rows = [[row for row in of_page if row.answer in self.authorities] for of_page in told]
        named = [row for of_page in rows for row in of_page]
        if not named:
            return []
        names = [name for row in named for name in self.authorities[row.answer].names]

        def on(day: date) -> Responsible | None:
            answers = (answer_on(of_page, day) for of_page in rows)
            key = next((answer for answer in answers if answer is not None), None)
            return None if key is None else self._called(key, day)

        return periods(on, (*turns(named), *turns(names)))

    def _called(self, key: int, day: date) -> Responsible:
        known = self.authorities[key]
        return Responsible(key, known.kind, known.name_on(day))


def _unsaved(offer: OfferPage, relation: str) -> Iterable | None:
    """The rows of a preview, which are in memory alone; None for a page as it stands in the database."""
    held = getattr(offer, "_cluster_related_objects", {})
    return getattr(offer, relation).all() if relation in held else None


@kept(
    Authority,
    AuthorityName,
    ReferralRecipient,
    OfferAuthority,
    OfferPerformer,
    OrganisationAuthority,
    OrganisationPage,
)
def authority_book() -> AuthorityBook:
    """The book as it stands."""
    return AuthorityBook(
        authorities(),
        _grouped(_dated(OfferAuthority.objects, "offer_id", "authority_id")),
        _grouped(_dated(OrganisationAuthority.objects, "organisation__path", "authority_id")),
        _grouped(_dated(OfferPerformer.objects, "offer_id", "name")),
    )


def _dated(rows, key: str, answer: str) -> Iterator[tuple]:
    for whose, told, first, last in rows.order_by("pk").values_list(key, answer, "first_day", "last_day"):
        yield whose, Dated(told, first, last)


def _grouped(rows: Iterable[tuple[_Key, Dated[_Answer]]]) -> dict[_Key, list[Dated[_Answer]]]:
    found: dict[_Key, list[Dated[_Answer]]] = defaultdict(list)
    for key, row in rows:
        found[key].append(row)
    return dict(found)
