"""What can be chosen where rows decide it, and the ways to sort."""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from directory.find.fields import TermsField, ValuesField
from directory.models import KINDS, Language, MunicipalityPage, NationalBranchPage
from directory.models.taxonomy import Term
from search import name_key
from search.contract import Sort

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class SortChoice:
    """A way to order the hits: its value in the address, and what it is called."""

    value: str
    label: str | Promise


#: The ways to order the hits, by the name that the search knows them by.
SORTS: dict[Sort, SortChoice] = {
    "relevance": SortChoice("passer", _("Best match")),
    "distance": SortChoice("naermest", _("Nearest")),
    "soonest": SortChoice("foerst", _("Soonest")),
    "name": SortChoice("navn", _("Name")),
    "newest": SortChoice("nyeste", _("Newest")),
    "verified": SortChoice("tjekket", _("Checked last")),
}


def sort_of(value: str, *, has_place: bool) -> Sort | None:
    """The way to order the hits that an address asks for; None for what is usual, and for nearness to nowhere."""
    name = next((name for name, sort in SORTS.items() if sort.value == value), None)
    return None if name == "distance" and not has_place else name


def kind_choices() -> Choices:
    """The kinds with their names in the plural."""
    return [(kind, model._meta.verbose_name_plural) for kind, model in KINDS.items()]


def language_choices() -> Choices:
    """Every language by its code."""
    return list(Language.objects.values_list("code", "name"))


def municipality_choices() -> Choices:
    """Municipalities and the branch of the whole country, in Danish order."""
    rows = Page.objects.live().type(MunicipalityPage, NationalBranchPage).values_list("slug", "title")
    return sorted(rows, key=lambda row: (row[0] != NationalBranchPage.SLUG, name_key(row[1])))


#: How the rows are read that are no terms of a tree.
_LISTS: dict[str, Callable[[], Choices]] = {
    "directory.OfferPage": kind_choices,
    "directory.Language": language_choices,
    "directory.MunicipalityPage": municipality_choices,
}


def field_of_rows(rows: str) -> tuple[type[ValuesField], dict]:
    """The field that chooses among a model's rows, with its options; LookupError for a model that nobody can list."""
    if rows in _LISTS:
        return ValuesField, {"choices": _LISTS[rows]}
    model = apps.get_model(rows)
    if issubclass(model, Term):
        return TermsField, {"model": model}
    raise LookupError(f"Nothing tells how the rows of {rows} are listed.")
