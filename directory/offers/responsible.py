"""Who is responsible for an offer and who does the work, in sentences: now, from a day on, and before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from directory.answers import Access
from directory.models import OfferPage, OrganisationPage
from directory.models.authority import Recipient
from directory.models.authority_book import Responsible, authority_book
from directory.times.dated import Dated, answer_on
from directory.times.in_words import short_date

#: A change that comes within this time is told on cards and at the top of the page, which tells of later ones below.
TOLD_AHEAD = timedelta(days=60)

#: Who is responsible, period by period, each in its order.
_Periods = Sequence[Dated[Responsible | None]]


@dataclass(frozen=True)
class Responsibility:
    """What a page says of who is responsible; nothing where nobody has told."""

    now: list[str] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    soon: str = ""  # a change within the next weeks

    @property
    def is_known(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.now or self.ahead or self.before)


def responsibility(offer: OfferPage, today: date) -> Responsibility:
    """What an offer's page says: first who is responsible, then who does the work."""
    book = authority_book()
    told, work = _of_authorities(book.of_offer(offer), today), _of_work(book.performers(offer), today)
    return Responsibility(told.now + work.now, told.ahead + work.ahead, told.before + work.before, told.soon)


def responsibility_of_organisation(organisation: OrganisationPage, today: date) -> Responsibility:
    """What an organisation's page says of its offers."""
    return _of_authorities(authority_book().of_organisation(organisation), today)


def change_ahead(offer: OfferPage, today: date) -> str:
    """The next change of who is responsible, or of its name, within the next weeks; empty where none is known."""
    return _soon(authority_book().of_offer(offer), today)


def recipients(offer: OfferPage, today: date) -> list[Recipient]:
    """To whom electronic referrals go today, where it takes one and the authority that is responsible has told it."""
    book = authority_book()
    answer = answer_on(book.of_offer(offer), today) if offer.access == Access.REFERRAL else None
    rows = book.authorities[answer.key].recipients if answer else ()
    return [row.answer for row in rows if row.holds_on(today)]


def _of_authorities(told: _Periods, today: date) -> Responsibility:
    now = answer_on(told, today)
    return Responsibility(
        now=[_said(now)] if now else [],
        ahead=[_change(before, row) for before, row in _changes(told) if _begins_after(row, today)],
        before=_former(told, today, lambda answer: answer.name),
        soon=_soon(told, today),
    )


def _said(answer: Responsible) -> str:
    if answer.is_nobody:
        return _("No public authority is responsible.")
    return _("%(name)s is responsible.") % {"name": answer.name}


def _soon(told: _Periods, today: date) -> str:
    coming = (
        _change(before, row) for before, row in _changes(told) if row.first and today < row.first <= today + TOLD_AHEAD
    )
    return next(coming, "")


def _changes(told: _Periods) -> list[tuple[Responsible | None, Dated[Responsible | None]]]:
    """What was before, and each period that begins on a day with somebody in it."""
    pairs = zip([None, *(row.answer for row in told)], told, strict=False)
    return [(before, row) for before, row in pairs if row.first and row.answer]


def _begins_after(row: Dated, today: date) -> bool:
    return row.first is not None and row.first > today


def _change(before: Responsible | None, row: Dated[Responsible | None]) -> str:
    """From which day it is who; an authority that only gets another name stays the same."""
    answer, day = row.answer, short_date(row.first)
    if answer is None:
        return ""
    if answer.is_nobody:
        return _("From %(day)s no public authority is responsible.") % {"day": day}
    if before is not None and before.key == answer.key:
        names = {"day": day, "before": before.name, "name": answer.name}
        return _("From %(day)s %(before)s is called %(name)s, and is still responsible.") % names
    return _("From %(day)s %(name)s is responsible.") % {"day": day, "name": answer.name}


def _of_work(rows: Sequence[Dated[str]], today: date) -> Responsibility:
    """The same of who does the work; several may do it together."""
    coming = sorted((row for row in rows if _begins_after(row, today)), key=lambda row: row.first or today)
    said = _("From %(day)s %(name)s does the work.")
    return Responsibility(
        now=[_("%(name)s does the work.") % {"name": row.answer} for row in rows if row.holds_on(today)],
        ahead=[said % {"day": short_date(row.first), "name": row.answer} for row in coming],
        before=_former(rows, today, str),
    )


def _former(rows: Sequence[Dated], today: date, name: Callable) -> list[str]:
    """Those whose last day is over, the latest first."""
    over = [row for row in rows if row.answer and row.last and row.last < today]
    latest = sorted(over, key=lambda row: row.last or today, reverse=True)
    return [_("Until %(day)s: %(name)s") % {"day": short_date(row.last), "name": name(row.answer)} for row in latest]
