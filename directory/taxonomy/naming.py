"""Which rows and drafts name a term, and letting them name another one instead."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, ForeignKey, OuterRef, Q, QuerySet
from wagtail.models import ReferenceIndex, Revision

from directory.models import LandingText, Need, OfferPage
from directory.models.taxonomy import Term


def offers_naming(term: Term) -> set[int]:
    """The keys of the offers that name it, as everybody sees them or in a draft."""
    named = Q(needs=term) if isinstance(term, Need) else Q(audiences__target_group=term)
    seen = OfferPage.objects.filter(named).values_list("pk", flat=True)
    return {*seen, *drafts_naming(term)}


def drafts_naming(term: Term) -> set[int]:
    """The keys of the offers whose draft names it."""
    newest = OfferPage.objects.filter(has_unpublished_changes=True).order_by().values("latest_revision")
    return {int(version.object_id) for version in _versions(term).filter(pk__in=newest) if _names(version, term)}


def rename_rows(goes: Term, stays: Term) -> None:
    """Let every row that names the one name the other. A row that would say twice the same goes."""
    for field in _references(type(goes)):
        rows = field.model._base_manager.filter(**{field.name: goes})
        for twice in _said_twice(field, rows, stays):
            field.model._base_manager.filter(pk__in=twice).delete()
        rows.update(**{field.name: stays})


def rename_versions(goes: Term, stays: Term) -> None:
    """Let the drafts and the older versions of offers name the other: a version that names nothing cannot be opened."""
    for version in _versions(goes).iterator(chunk_size=200):
        if _names(version, goes):
            Revision.objects.filter(pk=version.pk).update(content=with_successor(version.content, goes, stays))


def rename_references(goes: Term, stays: Term) -> None:
    """Let Wagtail's index of who refers to whom say so, without reading every page again."""
    rows = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(goes), to_object_id=str(goes.pk)
    )
    same = ReferenceIndex.objects.filter(
        base_content_type=OuterRef("base_content_type"),
        object_id=OuterRef("object_id"),
        to_content_type=OuterRef("to_content_type"),
        to_object_id=str(stays.pk),
    )
    rows.filter(pk__in=list(rows.filter(Exists(same)).values_list("pk", flat=True))).delete()
    for path in set(rows.values_list("content_path", flat=True)):
        # A choice among many is named by its key.
        of_many = path.endswith(f"item.{goes.pk}")
        now = f"{path.removesuffix(str(goes.pk))}{stays.pk}" if of_many else path
        told = {"content_path": now, "content_path_hash": ReferenceIndex._get_content_path_hash(now)}
        rows.filter(content_path=path).update(to_object_id=str(stays.pk), **told)


def _references(model: type[Term]) -> Iterator[ForeignKey]:
    """The fields of rows that name a term, those in the middle of a choice among many too."""
    for relation in model._meta.get_fields(include_hidden=True):
        field = getattr(relation, "field", None)
        if relation.auto_created and isinstance(field, ForeignKey):
            yield field


def _said_twice(field: ForeignKey, rows: QuerySet, stays: Term) -> Iterator[list[int]]:
    """The keys of those rows beside which another one already says the same of the term that stays."""
    model = field.model
    there = model._base_manager.filter(**{field.name: stays})
    if model is LandingText:
        # No constraint of a database says it of texts that are everybody's.
        told = set(there.values_list("municipality", flat=True))
        yield [row.pk for row in rows if row.municipality_id in told]
    for names in [*model._meta.unique_together, *(rule.fields for rule in model._meta.total_unique_constraints)]:
        if field.name in names:
            others = {name: OuterRef(name) for name in names if name != field.name}
            yield list(rows.filter(Exists(there.filter(**others))).values_list("pk", flat=True))


def _versions(term: Term) -> QuerySet[Revision]:
    """The versions of pages that may name the term; whether one does, `_names` says."""
    name = "needs" if isinstance(term, Need) else "audiences"
    return Revision.objects.page_revisions().filter(**{f"content__{name}__icontains": str(term.pk)}).order_by("pk")


def _names(version: Revision, term: Term) -> bool:
    return term.pk in term_keys(version.content, term)


def term_keys(content: dict[str, Any], term: Term) -> Iterable[Any]:
    """The keys of the terms of that tree which the content of a page names."""
    if isinstance(term, Need):
        return content.get("needs") or []
    return [row.get("target_group") for row in content.get("audiences") or []]


def with_successor(content: dict[str, Any], goes: Term, stays: Term) -> dict[str, Any]:
    """The content of a page that names the one, as it names the other."""
    if isinstance(goes, Need):
        return content | {"needs": list(dict.fromkeys(stays.pk if key == goes.pk else key for key in content["needs"]))}
    rows = content["audiences"]
    if stays.pk in term_keys(content, stays):
        rows = [row for row in rows if row.get("target_group") != goes.pk]
    told = [row | {"target_group": stays.pk} if row.get("target_group") == goes.pk else row for row in rows]
    return content | {"audiences": told}
