"""Who may do what: one table for every municipality and for the whole. `docs/roles.md` says the same in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import Permission
from django.db.models import Model

from directory import models
from directory.models import Role

_KEEP = ("add", "change", "delete", "view")


@dataclass(frozen=True)
class Rights:
    """What a role may do in its own area, by the names of Wagtail's and Django's permissions."""

    #: With the pages of the branch.
    pages: tuple[str, ...] = ()
    #: With pictures and documents of the own collections.
    files: tuple[str, ...] = ()
    #: With rows beside the page tree; the policy of rows says with which of them.
    rows: tuple[tuple[type[Model], tuple[str, ...]], ...] = ()
    #: Whether with look and addresses of the site.
    site: bool = False
    #: Whether with the accounts of the area's groups.
    people: bool = False
    #: Whether Wagtail's admin is where this work is done.
    admin: bool = True
    #: Rights of rooms that an operator can do without, by name; one whose app is not there is nobody's.
    by_name: tuple[str, ...] = ()


_REPORTS = ((models.SearchTerm, ("view",)), (models.SearchCount, ("view",)))
_LOCAL = (
    models.Place,
    models.SynonymGroup,
    models.LandingText,
    models.StartCard,
    models.CommonDescription,
    models.ListingRule,
)
_APPROVER = Rights(
    pages=("add", "change", "publish", "lock", "unlock"),
    files=("add", "change", "choose"),
    rows=(*((model, _KEEP) for model in _LOCAL), *_REPORTS),
)
RIGHTS: dict[str, Rights] = {
    Role.EDITOR: Rights(
        pages=("add", "change"), files=("add", "choose"), rows=((models.Place, ("add", "change", "view")),)
    ),
    Role.APPROVER: _APPROVER,
    Role.ADMINISTRATOR: Rights(
        pages=(*_APPROVER.pages, "bulk_delete"), files=_APPROVER.files, rows=_APPROVER.rows, site=True, people=True
    ),
    Role.READER: Rights(rows=_REPORTS),
    Role.SUPPORT_WORKER: Rights(admin=False, by_name=("referrals.add_referral",)),
}
#: What the whole has beside: words and lines that hold everywhere, and the state of the search.
_COMMON = (
    models.Need,
    models.TargetGroup,
    models.Language,
    models.KindWords,
    models.CrisisWords,
    models.WordList,
    models.ReadingRule,
    models.Helpline,
    models.Authority,
)
#: The roles that may change them.
_KEEPERS = {Role.APPROVER, Role.ADMINISTRATOR}


def rows_of(role: str, *, whole: bool) -> Iterator[tuple[type[Model], tuple[str, ...]]]:
    """The models of rows with which a role may do something, each with what."""
    yield from RIGHTS[role].rows
    if whole and role in _KEEPERS:
        yield from ((model, _KEEP) for model in _COMMON)
        yield models.Outbox, ("view",)


def rights_by_name(names: Iterable[str]) -> list[Permission]:
    """Django's rows for rights that are told by name, of the apps that are installed."""
    told = [name.split(".") for name in names]
    return list(
        Permission.objects.filter(
            content_type__app_label__in=[app for app, _codename in told],
            codename__in=[codename for _app, codename in told],
        )
    )


def permission(action: str, model: type[Model]) -> Permission:
    """Django's row for doing something with a model."""
    meta = model._meta
    return Permission.objects.get(content_type__app_label=meta.app_label, codename=f"{action}_{meta.model_name}")
