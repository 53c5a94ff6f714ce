"""A set of changes that is prepared for 1 January 2027, and that nobody has approved yet: a number and an entrance that change."""

from datetime import datetime

from django.db import transaction

from directory.changesets.content import content_of
from directory.changesets.gathering import put_in, write_row
from directory.changesets.models import ChangeSet
from directory.demo.tree import EXAMPLE, unit_of_example
from directory.models import MunicipalityPage, Place
from directory.times.clock import DENMARK

_TITLE = "Sundhedshuset får nyt nummer og ny indgang"
_DAY = datetime(2027, 1, 1, tzinfo=DENMARK)
_UNIT, _HOUSE = "Eksempel Kommune, Støtte og Sundhed", "sundhedshuset-eksempelby"
_ENTRANCE = "Ny dør i gavlen mod parken fra 1. januar 2027. Tryk på den store knap, så går døren op."


@transaction.atomic
def prepare_set() -> bool:
    """Prepare it where nobody has put any changes together yet; whether that was so."""
    branch = MunicipalityPage.objects.get(slug=EXAMPLE)
    unit = unit_of_example(_UNIT)
    house = Place.objects.filter(slug=_HOUSE).first()
    if not (unit and house) or unit.has_unpublished_changes or ChangeSet.objects.filter(branch=branch.pk).exists():
        return False
    change_set = ChangeSet.objects.create(title=_TITLE, branch_id=branch.pk, live_at=_DAY)
    put_in(change_set, unit)
    unit.phone = "21 43 65 87"
    unit.save_revision()
    change, now = put_in(change_set, house), content_of(house)
    house.entrance = _ENTRANCE
    write_row(change, house, now)
    return True
