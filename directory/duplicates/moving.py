"""What names a listing that goes names the one that stays from now on: what visitors and places told, links, former addresses."""

from collections.abc import Iterator

from django.db import IntegrityError, transaction
from django.db.models import CASCADE, ForeignKey, Model, QuerySet
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from directory.models import HomePick, OfferLink, OfferPage, ToldApart


def move_rows(goes: OfferPage, stays: OfferPage) -> None:
    """Move every row of this directory that would go with the listing. One that the other has already goes."""
    for field in _references():
        for row in field.model._default_manager.filter(**{field.name: goes.pk}):
            _move(row, field, stays)
    OfferLink.objects.filter(offer=stays.pk, to=stays.pk).delete()
    ToldApart.objects.filter(one=stays.pk, other=stays.pk).delete()
    _keep_one(HomePick.objects.filter(offer=stays.pk), "home")
    _keep_one(OfferLink.objects.filter(to=stays.pk), "offer")


def move_history(goes: OfferPage, stays: OfferPage) -> None:
    """Tell in the history of the one that stays who has done what with the other. Its versions go with it."""
    PageLogEntry.objects.filter(page=goes.pk).update(page=stays.pk, revision=None)


def _references() -> Iterator[ForeignKey]:
    """The fields of rows that would be deleted with an offer, but for the lists that are a part of it.

    A model that forgets an offer when it is deleted, and must not when it is merged, names the field in `FOLLOWS_MERGE`.
    """
    for relation in OfferPage._meta.get_fields(include_hidden=True):
        field = getattr(relation, "field", None)
        if not (relation.auto_created and isinstance(field, ForeignKey)):
            continue
        if field.remote_field.on_delete is not CASCADE and field.name not in getattr(field.model, "FOLLOWS_MERGE", ()):
            continue
        of_ours = field.model.__module__.startswith("directory.") or field.model is Redirect
        is_part = isinstance(field, ParentalKey) or field.model._meta.auto_created or field.primary_key
        if of_ours and not is_part:
            yield field


def _move(row: Model, field: ForeignKey, stays: OfferPage) -> None:
    setattr(row, field.attname, stays.pk)
    try:
        with transaction.atomic():
            row.save(update_fields=[field.name])
    except IntegrityError:
        row.delete()


def _keep_one(rows: QuerySet, of: str) -> None:
    """Of the rows that now say the same of one page, keep the first."""
    seen = set()
    for row in rows.order_by("pk"):
        key = getattr(row, f"{of}_id")
        if key in seen:
            row.delete()
        seen.add(key)
