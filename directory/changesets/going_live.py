"""All of a set at one moment, in one transaction, or nothing of it; and all of it taken back in the same way."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.changesets.content import LIVE, PARENT, changed_twice, content_of, differing, draft_of, put_together
from directory.changesets.models import Change, ChangeSet, SetStage
from directory.changesets.writing import error_in_words, field_labels, keep_draft, write_as_it_was, write_content
from directory.importing.write.bulk import bulk

logger = logging.getLogger(__name__)

#: So long a set can be taken back.
TAKEN_BACK_FOR = timedelta(days=30)


class NotWhole(Exception):
    """One of the changes cannot be made, so that none is; the message names it and says why."""


def go_live(change_set: ChangeSet) -> bool:
    """Let an approved set be live; whether it is. Where it cannot be, nothing is, and the set says why."""
    now = timezone.now()
    done = {"stage": SetStage.LIVE, "went_live_at": now, "told": ""}
    return _as_one(change_set, SetStage.APPROVED, done, _put_live, SetStage.OPEN)


def take_back(change_set: ChangeSet) -> bool:
    """Let everything be as it was before the set went live; whether it is. What was in the set is a draft again."""
    told = {"stage": SetStage.OPEN, "told": _("It was taken back."), "went_live_at": None, "live_at": None}
    return _as_one(change_set, SetStage.TAKING_BACK, told, _put_back, SetStage.LIVE)


def _as_one(change_set: ChangeSet, stage: str, done: dict, make: Callable[[Change, Any], None], otherwise: str) -> bool:
    """Make each change of a set that is in a stage, and write down that it is done, in one transaction.

    Of two workers one waits here for the other, and finds that it is done.
    """
    rows = ChangeSet.objects.filter(pk=change_set.pk, stage=stage)
    try:
        with bulk(), transaction.atomic():
            if not rows.update(**done):
                return False
            for change in change_set.changes.select_related("model", "moves_to", "change_set"):
                _named(change, make, change_set.approved_by)
    except NotWhole as fault:
        rows.update(stage=otherwise, told=str(fault))
        return False
    return True


def _named(change: Change, make: Callable[[Change, Any], None], user: Any) -> None:
    """Make a change; whatever is wrong with it, say with which one."""
    try:
        make(change, user)
    except (OperationalError, InterfaceError):
        raise  # the database is gone: nothing is done, and all of it is tried again
    except NotWhole as fault:
        raise NotWhole(f"{change.title}: {fault}") from fault
    except ValidationError as error:
        raise NotWhole(f"{change.title}: {error_in_words(change.thing(), error)}") from error
    except DatabaseError as error:
        raise NotWhole(_("%(title)s: the database did not take it.") % {"title": change.title}) from error
    except Exception as error:
        logger.exception("The change %s of a set could not be made", change.pk)
        raise NotWhole(_("%(title)s: something unexpected went wrong.") % {"title": change.title}) from error


def _put_live(change: Change, user: Any) -> None:
    thing = _required(change)
    now = content_of(thing)
    twice = changed_twice(change.base, change.content, now)
    if twice:
        raise NotWhole(_("Somebody has changed the same: %(fields)s.") % {"fields": field_labels(thing, twice)})
    then = put_together(change.base, change.content, now)
    draft = draft_of(thing) if isinstance(thing, Page) else {}
    change.before, change.after = now, write_content(thing, then, user)
    if isinstance(thing, Page) and differing(draft, change.content) - {PARENT, LIVE}:
        # What somebody has drafted since it was approved waits on, beside what is live now.
        keep_draft(thing, put_together(change.base, draft, change.after), user)
    change.save(update_fields=["before", "after"])


def _put_back(change: Change, user: Any) -> None:
    thing = _required(change)
    since = differing(change.after, content_of(thing))
    if since:
        raise NotWhole(_("Somebody has changed it since: %(fields)s.") % {"fields": field_labels(thing, since)})
    draft = draft_of(thing) if isinstance(thing, Page) else {}
    write_as_it_was(thing, change.before, user)
    if isinstance(thing, Page):
        keep_draft(thing, draft, user)


def _required(change: Change) -> Model:
    thing = change.thing()
    if thing is None:
        raise NotWhole(_("It is gone."))
    return thing
