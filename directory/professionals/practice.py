"""What general practice asks: where electronic referrals go, and what to write back. Recipients are dated rows, never words here."""

from dataclasses import dataclass
from datetime import date

from directory.answers import Access
from directory.models import MunicipalityPage, OfferPage
from directory.models.authority import Recipient, authorities
from directory.models.authority_book import authority_book
from directory.sites.scope import on_site
from directory.times.dated import Dated


@dataclass(frozen=True)
class Receiving:
    """An authority by the name that it has today, and to whom referrals to it go."""

    name: str
    now: tuple[Recipient, ...]
    ahead: tuple[Dated[Recipient], ...]  # those who follow, each with its first day


def receiving(municipality: MunicipalityPage | None, today: date) -> list[Receiving]:
    """Those who are or will be responsible for offers of a site that somebody is referred to, and have told where to write."""
    known = [authorities()[key] for key in _responsible_for_referred(municipality)]
    found = [
        Receiving(
            one.name_on(today),
            tuple(row.answer for row in one.recipients if row.holds_on(today)),
            tuple(row for row in one.recipients if row.first is not None and row.first > today),
        )
        for one in known
    ]
    return sorted((one for one in found if one.now or one.ahead), key=lambda one: one.name)


def _responsible_for_referred(municipality: MunicipalityPage | None) -> set[int]:
    book = authority_book()
    referred = on_site(OfferPage.objects.shown().filter(access=Access.REFERRAL), municipality)
    answers = (row.answer for offer in referred.only("path") for row in book.of_offer(offer))
    return {answer.key for answer in answers if answer}
