"""Imported offers that somebody has deleted here: the next import does not bring them back."""

from django.db import models
from django.db.models import QuerySet
from django.db.models.signals import post_delete
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models.kinds import KINDS
from directory.models.offer import OfferPage
from directory.models.tree import branch_path


class DeletedOffer(models.Model):
    """What a deleted offer was known by in its source, and of which kind it was."""

    external_id = models.CharField(_("id in the source"), max_length=160, unique=True)
    kind = models.CharField(_("kind of offer"), max_length=40)
    title = models.CharField(_("title"), max_length=255)
    deleted_on = models.DateField(_("deleted on"), default=timezone.localdate)

    class Meta:
        ordering = ["external_id"]
        verbose_name = _("deleted offer")
        verbose_name_plural = _("deleted offers")

    def __str__(self) -> str:
        return self.title


def _remember(sender, instance: OfferPage, origin: QuerySet | models.Model, **kwargs) -> None:
    if instance.external_id and not _goes_with_its_branch(instance, origin):
        told = {"kind": instance.kind, "title": instance.title, "deleted_on": timezone.localdate()}
        DeletedOffer.objects.update_or_create(external_id=instance.external_id, defaults=told)


def _goes_with_its_branch(offer: OfferPage, origin: QuerySet | models.Model) -> bool:
    """Whether a whole municipality is deleted. Nobody has judged its offers then, and it may be brought back."""
    return isinstance(origin, QuerySet) and origin.filter(path=branch_path(offer)).exists()


def connect() -> None:
    """Remember what is deleted from now on. Called once, when the app is ready."""
    for kind, model in KINDS.items():
        post_delete.connect(_remember, model, dispatch_uid=f"directory.deleted_offer.{kind}")
