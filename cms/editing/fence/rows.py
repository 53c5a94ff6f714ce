"""Which rows a person may read the name of, for every model that the admin names by key."""

from typing import Any

from django.db.models import F, Model, Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.editing.common.policy import OwnMunicipalityPolicy
from cms.editing.common.tree import may_edit

#: With any of these a person may see a picture or a document.
_OF_FILES = {"add", "change", "delete", "choose", "view"}


def seen(user: Any, model: type[Model]) -> QuerySet:
    """The rows whose names a person may read."""
    policy = policy_registry.get_by_type(model)
    if issubclass(model, Page):
        return pages_seen(user, model._default_manager.all())
    if isinstance(policy, OwnMunicipalityPolicy):
        return policy.seen(user)
    return policy.instances_user_has_any_permission_for(user, _OF_FILES)


def named(user: Any, model: type[Model]) -> QuerySet:
    """The rows whose names a person may read as the admin shows them."""
    rows = seen(user, model)
    return named_in_public(user, rows) if issubclass(model, Page) else rows


def own(user: Any, model: type[Model]) -> QuerySet:
    """The rows that a person may change."""
    if issubclass(model, Page):
        return may_edit(user, model._default_manager.all())
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, {"change", "delete"})


def pages_seen(user: Any, pages: QuerySet) -> QuerySet:
    """The pages that are public, and those that stand in the person's own part of the tree or on the way to it."""
    mine = policy_registry.get_by_type(Page).explorable_instances(user)
    return pages.filter(_in(mine) | _in(Page.objects.live().public()))


def named_in_public(user: Any, pages: QuerySet) -> QuerySet:
    """Of those pages the ones whose name in the admin is the public one, or the person's to read.

    A published page bears the title of its draft there.
    """
    named = Page.objects.filter(Q(draft_title=F("title")) | _in(may_edit(user, Page.objects.all())))
    # The keys alone: a chooser that is searched can ask of no other fields.
    return pages.filter(_in(pages_seen(user, named)))


def _in(rows: QuerySet) -> Q:
    return Q(pk__in=rows.order_by().values("pk"))
