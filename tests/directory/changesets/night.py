"""The night of 1 January 2027: offers that change their number and whose they are, a place, a need, a region that is renamed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from wagtail.models import Page

from directory.changesets import approving, gathering
from directory.changesets.content import content_of
from directory.changesets.models import ChangeSet
from directory.models import Authority, AuthorityName, Need, OfferAuthority, Place
from directory.models.responsible import hand_over
from tests import factories

NIGHT = datetime(2027, 1, 1, tzinfo=ZoneInfo("Europe/Copenhagen"))
OLD, NEW = "kommunegaden", "regionsvejen"
OLD_YEAR, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def approver() -> User:
    return User.objects.create_superuser("godkender", "godkender@example.org", "pass")


def authority(slug: str, kind: str, **names: tuple[date | None, date | None]) -> Authority:
    """An authority with what it is called, each name from a day until a day."""
    row = Authority.objects.create(slug=slug, kind=kind)
    for name, (first, last) in names.items():
        AuthorityName.objects.create(authority=row, name=name.replace("_", " "), first_day=first, last_day=last)
    return row


def offers_of(branch, count, responsible=(), **facts):
    """Published offers of one organisation, each with who is responsible for it."""
    organisation = factories.OrganisationFactory(parent=branch, title="Akutteamet")
    return [
        factories.OfferFactory(
            parent=organisation,
            title=f"{OLD} {number}",
            phone="75000000",
            authorities=[OfferAuthority(authority=row) for row in responsible],
            **facts,
        )
        for number in range(count)
    ]


def drafted(page: Page, **facts) -> Page:
    """The page, with a draft in which these facts are others."""
    page = page.specific
    for name, value in facts.items():
        setattr(page, name, value)
    page.save_revision()
    return page


def renamed(offers, responsible: Authority | None = None):
    """A draft of each offer with a new name and a new number, and with who is responsible from that night on."""
    for number, offer in enumerate(offers):
        if responsible:
            hand_over(offer, responsible, NEW_YEAR)
        drafted(offer, title=f"{NEW} {number}", phone="70112233")


def set_of(branch, *things, title="Opgaver til regionen") -> ChangeSet:
    """A set in which these pages and rows are."""
    change_set = ChangeSet.objects.create(title=title, branch=Page.objects.get(pk=branch.pk))
    for thing in things:
        gathering.put_in(change_set, thing)
    return change_set


def row_in(change_set: ChangeSet, row: Place | Need, **facts):
    """Change a row in a set."""
    change, now = gathering.put_in(change_set, row), content_of(row)
    for name, value in facts.items():
        setattr(row, name, value)
    gathering.write_row(change, row, now)


def approve(change_set: ChangeSet, user, live_at=NIGHT) -> None:
    """Approve what is in it, as somebody does who has looked at it."""
    looked = approving.digest_of_set(approving.look_through(change_set))
    approving.approve(change_set, user, live_at, looked)


def contents(things):
    """What everybody sees of each of them."""
    rows = [type(thing)._default_manager.get(pk=thing.pk) for thing in things]
    return [content_of(row.specific if isinstance(row, Page) else row) for row in rows]
