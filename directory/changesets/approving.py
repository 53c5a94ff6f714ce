"""Looking a set through before it is approved, approving it as one, and taking the approval back."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from directory.changesets.content import Content, changed_twice, content_of, differing, put_together
from directory.changesets.gathering import wanted
from directory.changesets.models import Change, ChangeSet, SetStage
from directory.changesets.rights import belongs_to, may_change, may_publish
from directory.changesets.writing import faults_of, field_labels, names_gone


class NotApproved(Exception):
    """The set cannot be approved; the message says why."""


@dataclass(frozen=True)
class Looked:
    """A change as it is looked through: what everybody sees, what would be seen, and what speaks against it."""

    change: Change
    thing: Model | None
    now: Content
    then: Content
    faults: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing in it yet, or any more."""
        return not differing(self.now, self.then)

    @property
    def can_be_compared(self) -> bool:
        """Whether both are known, and neither names a row that is gone."""
        return (
            self.thing is not None
            and bool(self.now)
            and not names_gone(self.thing, self.then)
            and not names_gone(self.thing, self.now)
        )

    def is_for(self, user: Any) -> bool:
        """Whether a person may write the thing."""
        return self.thing is None or may_change(user, self.thing)


def look_at(change: Change) -> Looked:
    """What a change would do now."""
    thing = change.thing()
    if thing is None:
        return Looked(change, None, {}, {}, (_("It is gone. Take it out of the set."),))
    now, mine = content_of(thing), wanted(change, thing)
    base = now if change.change_set.is_open and change.is_page else change.base
    return Looked(change, thing, now, put_together(base, mine, now), tuple(_against(change, thing, base, mine, now)))


def look_back(change: Change) -> Looked:
    """What a change of a set that is live has done; nothing is known of it when it cannot be taken back any more."""
    return Looked(change, change.thing(), change.before, change.after, ())


def _against(change: Change, thing: Model, base: Content, mine: Content, now: Content) -> Iterator[str]:
    if not belongs_to(thing, change.change_set.branch):
        yield _("It has been moved out of the municipality. Take it out of the set.")
    twice = changed_twice(base, mine, now)
    if twice:
        yield _("Somebody has changed the same: %(fields)s.") % {"fields": field_labels(thing, twice)}
    yield from faults_of(thing, put_together(base, mine, now))


def look_through(change_set: ChangeSet) -> list[Looked]:
    """All changes of a set."""
    return [look_at(change) for change in change_set.changes.select_related("change_set__branch", "model", "moves_to")]


def digest_of_set(rows: list[Looked]) -> str:
    """A word for what somebody has looked at: whoever approves approves that, and nothing that came since."""
    told = json.dumps([(row.change.pk, row.then) for row in rows], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def may_approve(user: Any, rows: list[Looked]) -> bool:
    """Whether a person may publish all of it."""
    return all(may_publish(user, row.thing, row.change.moves_to) for row in rows if row.thing is not None)


@transaction.atomic
def approve(change_set: ChangeSet, user: Any, live_at: datetime, looked: str) -> None:
    """Let the set go live at a time; what was looked at, by its `digest_of_set`, is what goes live. Raises `NotApproved`."""
    held = ChangeSet.objects.select_for_update().filter(pk=change_set.pk, stage=SetStage.OPEN).first()
    if held is None:
        raise NotApproved(_("Somebody else has approved it meanwhile."))
    rows = look_through(held)
    _require_whole(rows, user, looked)
    for row in rows:
        row.change.content, row.change.base = row.then, row.now
        row.change.save(update_fields=["content", "base"])
    held.stage, held.live_at, held.approved_by, held.told = SetStage.APPROVED, live_at, user, ""
    held.save(update_fields=["stage", "live_at", "approved_by", "told"])


def _require_whole(rows: list[Looked], user: Any, looked: str) -> None:
    if not rows:
        raise NotApproved(_("There is nothing in it yet."))
    if not may_approve(user, rows):
        raise NotApproved(_("There is something in it that you may not publish."))
    wrong = [f"{row.change.title}: {' '.join(row.faults)}" for row in rows if row.faults]
    if wrong:
        raise NotApproved("\n".join(wrong))
    if digest_of_set(rows) != looked:
        raise NotApproved(_("Something has changed since you looked at it. Look it through again."))


def take_approval_back(change_set: ChangeSet) -> bool:
    """Open a set again before it goes live; whether it was not live yet."""
    return bool(ChangeSet.objects.filter(pk=change_set.pk, stage=SetStage.APPROVED).update(stage=SetStage.OPEN))
