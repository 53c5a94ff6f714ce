"""Putting pages and rows into a set while it is open, and what each of them would be."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import Page

from directory.changesets.content import Content, content_of, draft_of
from directory.changesets.models import AHEAD, Change, ChangeSet, SetStage, changes_of, model_of


class NotOpen(Exception):
    """The set is approved, or live: nothing is put in or taken out any more."""


@transaction.atomic
def put_in(change_set: ChangeSet, thing: Model) -> Change:
    """Put a page or row into a set; the change that is there already where it is in it. Raises `NotOpen`."""
    _hold_open(change_set)
    content = {} if isinstance(thing, Page) else content_of(thing)
    change, _new = Change.objects.get_or_create(
        change_set=change_set,
        model=model_of(thing),
        key=thing.pk,
        defaults={"title": _title(thing), "content": content, "base": content},
    )
    return change


@transaction.atomic
def take_out_of_set(change: Change) -> None:
    """Take a thing out of its set. The draft of a page stays a draft. Raises `NotOpen`."""
    _hold_open(change.change_set)
    change.delete()


@transaction.atomic
def write_row(change: Change, row: Model, now: Content) -> None:
    """Keep what somebody wrote in the form of a row as its draft in the set, beside what all see now. Raises `NotOpen`."""
    _hold_open(change.change_set)
    change.content, change.base, change.title = content_of(row), now, _title(row)
    change.save(update_fields=["content", "base", "title"])


@transaction.atomic
def move_to(change: Change, parent: Page | None) -> None:
    """Let a page be moved as well; None for one that stays. Raises `NotOpen`."""
    _hold_open(change.change_set)
    change.moves_to = parent
    change.save(update_fields=["moves_to"])


def wanted(change: Change, thing: Model) -> Content:
    """What the thing is to be: what was approved, or the draft as it is now."""
    if change.is_page and change.change_set.is_open:
        return draft_of(thing, change.moves_to_id)
    return change.content


def others_of(change: Change) -> QuerySet[ChangeSet]:
    """The other sets that have yet to go live and change the same thing."""
    same = Change.objects.filter(model=change.model_id, key=change.key).exclude(pk=change.pk)
    return ChangeSet.objects.filter(pk__in=same.values("change_set"), stage__in=AHEAD)


def sets_of(thing: Model) -> QuerySet[ChangeSet]:
    """The sets that have yet to go live and change a thing."""
    return ChangeSet.objects.filter(pk__in=changes_of(thing).values("change_set"), stage__in=AHEAD)


def keys_in_sets(pages: Iterable[Page]) -> set[int]:
    """The keys of those of the pages that are in a set which has yet to go live."""
    keys = [page.pk for page in pages]
    held = Change.objects.filter(model=model_of(Page()), key__in=keys, change_set__stage__in=AHEAD)
    return set(held.values_list("key", flat=True))


def _hold_open(change_set: ChangeSet) -> None:
    """Let nobody approve the set before this transaction has ended."""
    if ChangeSet.objects.select_for_update().filter(pk=change_set.pk, stage=SetStage.OPEN).first() is None:
        raise NotOpen


def _title(thing: Any) -> str:
    return (thing.get_admin_display_title() if isinstance(thing, Page) else str(thing))[:255]
