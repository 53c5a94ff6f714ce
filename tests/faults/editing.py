"""Editors at work, as one process: `python -m tests.faults.editing SEED EDITS`. The same edits for the same seed."""

import sys
from random import Random

import django
from django.db import transaction

django.setup()

from directory.models import Need, OfferPage, OrganisationPage  # noqa: E402 - the models need the settings
from directory.models.kinds.drop_in_centre import DropInCentrePage  # noqa: E402
from tests.factories import DropInCentreFactory, MunicipalityFactory, NeedFactory, OrganisationFactory  # noqa: E402
from tests.faults.site import HOW_MANY, STEADY  # noqa: E402

#: So many offers there are at first beside those that nobody touches.
BEGINNING = 60


def begin() -> None:
    """The offers that are there before anybody edits."""
    steady = OrganisationFactory(title="Fyrvæsenet", parent=MunicipalityFactory(title="Havnby"))
    for number in range(HOW_MANY):
        DropInCentreFactory(title=f"Det lille {STEADY} {number}", parent=steady)
    needs = [NeedFactory(name=f"Behov {letter}", slug=f"behov-{letter}") for letter in "abc"]
    for organisation in [OrganisationFactory(title=f"Forening {number}") for number in range(4)]:
        for number in range(BEGINNING // 4):
            DropInCentreFactory(
                title=f"Kaffe {organisation.title} {number}", parent=organisation, needs=[needs[number % 3]]
            )


def one_edit(draw: Random) -> None:
    """What an editor does: mostly a new text, at times something with consequences."""
    chosen = draw.random()
    if chosen < 0.03:
        need = draw.choice(list(_needs()))
        need.name = f"Behov {draw.randrange(1000)}"
        need.save()
    elif chosen < 0.1:
        # A fresh parent each time: one that has grown since would give its next child a taken path.
        parent = draw.choice(list(_organisations()))
        DropInCentreFactory(title=f"Suppe {draw.randrange(10**9)}", parent=parent)
    else:
        _edit_offer(draw, draw.choice(list(_offers())).specific)


def _edit_offer(draw: Random, offer: OfferPage) -> None:
    chosen = draw.random()
    if chosen < 0.06:
        offer.delete()
    elif chosen < 0.15 and offer.live:
        offer.unpublish()
    elif not offer.live:
        offer.save_revision().publish()
    elif chosen < 0.2:
        offer.move(draw.choice(list(_organisations())), pos="last-child")
    else:
        offer.title = f"{draw.choice(['Kaffe', 'Suppe', 'Sang', 'Skovtur'])} {draw.randrange(10**9)}"
        offer.save()


def _offers():
    return DropInCentrePage.objects.exclude(title__contains=STEADY).order_by("pk")


def _organisations():
    return OrganisationPage.objects.exclude(title="Fyrvæsenet").order_by("pk")


def _needs():
    return Need.objects.filter(slug__startswith="behov-").order_by("pk")


def main() -> None:
    """Begin when there is nothing yet, then edit."""
    seed, edits = map(int, sys.argv[1:])
    if not OfferPage.objects.exists():
        begin()
    draw = Random(seed)
    for _ in range(edits):
        with transaction.atomic():
            one_edit(draw)


if __name__ == "__main__":
    main()
