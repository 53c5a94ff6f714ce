"""The night of 1 January 2027: offers that change their number, a place, a need, and an organisation that is renamed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from wagtail.models import Page

from directory.changesets import approving, gathering
from directory.changesets.content import content_of
from directory.changesets.models import ChangeSet
from directory.models import Need, Place
from tests import factories

NIGHT = datetime(2027, 1, 1, tzinfo=ZoneInfo("Europe/Copenhagen"))
OLD, NEW = "kommunegaden", "regionsvejen"


def approver() -> User:
    return User.objects.create_superuser("godkender", "godkender@example.org", "pass")


def offers_of(branch, count, **facts):
    """Published offers of one organisation."""
    organisation = factories.OrganisationFactory(parent=branch, title="Akutteamet")
    return [
        factories.OfferFactory(parent=organisation, title=f"{OLD} {number}", phone="75000000", **facts)
        for number in range(count)
    ]


def drafted(page: Page, **facts) -> Page:
    """The page, with a draft in which these facts are others."""
    page = page.specific
    for name, value in facts.items():
        setattr(page, name, value)
    page.save_revision()
    return page


def renamed(offers):
    """A draft of each offer with a new name and a new number."""
    for number, offer in enumerate(offers):
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
