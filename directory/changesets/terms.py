"""What a merge of two terms is to sets of changes: contents that name the one name the other."""

from typing import Any

from directory.changesets.content import Content
from directory.changesets.models import Change
from directory.models.taxonomy import Term
from directory.taxonomy.naming import term_keys, with_successor

_CONTENTS = ("content", "base", "before", "after")


def rename_in_sets(goes: Term, stays: Term, **_signal: Any) -> None:
    """Let what is in sets, and what they were before and after, name the term that stays.

    A set that is approved stays so, since nothing else in it is changed by that; one that is live can still be taken back.
    """
    for change in Change.objects.select_related("model").iterator(chunk_size=200):
        told = {name: _without(getattr(change, name), change, goes, stays) for name in _CONTENTS}
        differing = {name: content for name, content in told.items() if content != getattr(change, name)}
        if differing:
            Change.objects.filter(pk=change.pk).update(**differing)


def _without(content: Content, change: Change, goes: Term, stays: Term) -> Content:
    if change.is_page:
        return with_successor(content, goes, stays) if goes.pk in term_keys(content, goes) else content
    return content | {
        name: _instead(change, goes, stays) for name in _naming(change, goes) if content.get(name) == goes.pk
    }


def _naming(change: Change, term: Term) -> list[str]:
    """The fields of a row that name a term of that tree."""
    model = change.model.model_class()
    fields = model._meta.fields if model else ()
    return [field.name for field in fields if field.many_to_one and field.related_model is type(term)]


def _instead(change: Change, goes: Term, stays: Term) -> int | None:
    """The one that stays; nothing stands below itself, so below that one what it stood below."""
    is_itself = change.key == stays.pk and change.model.model_class() is type(stays)
    return goes.parent_id if is_itself else stays.pk
