"""Making one term of two: whatever named the one that goes names the one that stays, and its address leads there."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from directory.importing.write.existing import with_parents
from directory.importing.write.marks import content, is_edited, planned
from directory.models import KINDS, FormerAddress
from directory.models.taxonomy import Term
from directory.models.term_tree import TermTree
from directory.taxonomy.naming import offers_naming, rename_references, rename_rows, rename_versions

#: Under this name the history of a term tells that another one was merged into it.
LOG_ACTION = "directory.merge_term"
#: Says to rooms above that one term `goes` into another, which `stays`, while both are there.
merged = Signal()


@transaction.atomic
def merge_terms(goes: Term, stays: Term, user: Any) -> int:
    """Let the one go into the other; how many offers are labelled otherwise now, drafts among them.

    Offers, the terms below, cards and texts follow, and its words become everyday names of the one that stays. Offers that
    follow a source go on following it. Raises `ValidationError` where it would be the same term, or one of another tree.
    """
    if type(goes) is not type(stays) or goes.pk == stays.pk:
        raise ValidationError(_("Choose another term of the same tree."))
    offers = offers_naming(goes)
    following = _unedited(offers)
    told = {"title": goes.name, "address": goes.slug}
    _take_its_place(goes, stays)
    rename_rows(goes, stays)
    rename_versions(goes, stays)
    rename_references(goes, stays)
    _lead_on(goes, stays)
    merged.send(type(goes), goes=goes, stays=stays)
    goes.delete()
    # Its save says to the search, to kept pages and to cards that the offers below it have changed.
    stays.save()
    _go_on_following(following)
    log(instance=stays, action=LOG_ACTION, user=user, data=told)
    return len(offers)


def _take_its_place(goes: Term, stays: Term) -> None:
    """Take over its everyday names; where the one that stays stands below it, stand where it stood."""
    known = {name.casefold() for name in (stays.name, *stays.everyday_names)}
    new = [name for name in dict.fromkeys((goes.name, *goes.everyday_names)) if name.casefold() not in known]
    stays.everyday = "\n".join([*stays.everyday_names, *new])
    above = TermTree(type(stays)._default_manager.all()).upwards([stays.pk])
    if goes.pk in {term.pk for term in above}:
        stays.parent_id = goes.parent_id
    stays.save()


def _lead_on(goes: Term, stays: Term) -> None:
    name = goes._meta.model_name
    FormerAddress.objects.filter(taxonomy=name, term=goes.pk).update(term=stays.pk)
    FormerAddress.keep(stays, goes.slug)


def _unedited(keys: Iterable[int]) -> list[int]:
    """Those of the offers that are as their source has left them."""
    found = []
    for model in KINDS.values():
        pages = with_parents(model.objects.filter(pk__in=list(keys)).exclude(imported=""))
        found += [page.pk for page, parent in pages if not is_edited(page, parent)]
    return found


def _go_on_following(keys: list[int]) -> None:
    """Tell the marks of these offers again: that a term has another key is no edit of an editor's."""
    for model in KINDS.values():
        for page, parent in with_parents(model.objects.filter(pk__in=keys)):
            mark = f"{planned(page.imported)}:{content(page, parent)}"
            model.objects.filter(pk=page.pk).update(imported=mark)
