"""Where a row is used, asked of the database itself; what is used cannot be deleted."""

from django.db.models import Model
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey

from directory.models.taxonomy import Term
from directory.taxonomy.naming import drafts_naming


def uses(row: Model) -> dict[str, int]:
    """How many rows of each other model name this one, by the name of that model in the plural. Its own rows go with it."""
    counts: dict[str, int] = {}
    for relation in row._meta.get_fields(include_hidden=True):
        if not _points_here(relation):
            continue
        holder = relation.related_model
        number = holder._base_manager.filter(**{relation.field.name: row}).distinct().count()
        if number:
            name = str(_owner(holder)._meta.verbose_name_plural)
            counts[name] = counts.get(name, 0) + number
    return counts


def _points_here(field) -> bool:
    # Tables in the middle of a many-to-many relation say the same as the relation itself; the rows inside a row go with it.
    if not field.auto_created or field.concrete or isinstance(field.field, ParentalKey):
        return False
    return not field.related_model._meta.auto_created


def _owner(model: type[Model]) -> type[Model]:
    """The model on whose page a row is edited: for whom an offer is stands on the offer."""
    for field in model._meta.get_fields():
        if isinstance(field, ParentalKey):
            return field.related_model
    return model


def refusal(row: Model) -> str:
    """Why a row cannot be deleted and what to do about it, or nothing when it can."""
    found = uses(row)
    drafts = len(drafts_naming(row)) if isinstance(row, Term) else 0
    if drafts:
        found[_("Drafts")] = drafts
    told = {"name": row, "uses": ", ".join(f"{name} ({number})" for name, number in found.items())}
    if not found:
        return ""
    if isinstance(row, Term):
        return _("“%(name)s” is in use by: %(uses)s. It can go when you name the term that takes its place.") % told
    return (
        _(
            "“%(name)s” is in use and cannot be deleted. It is used by: %(uses)s. Open each of them below, choose "
            "something else there, and delete it afterwards."
        )
        % told
    )
