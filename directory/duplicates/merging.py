"""Making one listing of two: what an editor has chosen stays, and whatever knew the other one finds this one."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.log_actions import log
from wagtail.models import Site

from directory.duplicates.comparing import as_written, chosen_value
from directory.duplicates.moving import move_history, move_rows
from directory.importing.write.marks import content, is_edited, planned
from directory.models import DeletedOffer, FormerId, OfferPage
from directory.offers.publishing import publish_facts

#: Under this name the history of a page tells that another one was merged into it.
LOG_ACTION = "directory.merge"


@transaction.atomic
def merge(stays: OfferPage, goes: OfferPage, chosen: Mapping[str, str], user: Any) -> None:
    """Write the chosen values into the one that stays, and let the other go: its address, its messages and its ids lead here.

    `chosen` has for a field `stays`, `goes` or `both`. Raises `ValidationError` where the values cannot stand together,
    and does nothing then. There is no way back but by hand: what both said before stands in the history.
    """
    stays, goes = stays.specific, goes.specific
    if goes.live and not stays.live:
        raise ValidationError(
            _("The one that stays is not published, and the other one is. Let the published one stay.")
        )
    written, told, ids = (as_written(stays), as_written(goes)), _said(goes), _ids(goes)
    facts = _chosen(chosen, *written)
    facts |= _followed(stays, goes, facts)
    _write(stays, facts, user)
    if goes.first_published_at:
        _lead_on(goes, stays)
    move_rows(goes, stays)
    move_history(goes, stays)
    DeletePageAction(goes, user=user).execute(skip_permission_checks=True)
    # Nobody has decided against the offer.
    DeletedOffer.objects.filter(external_id__in=ids).delete()
    former = ids - {facts.get("external_id")}
    FormerId.objects.bulk_create(FormerId(external_id=name, offer_id=stays.pk) for name in sorted(former))
    log(instance=stays, action=LOG_ACTION, user=user, data=told)


def _ids(goes: OfferPage) -> set[str]:
    """What imports may know the listing by."""
    return {str(goes.translation_key), *filter(None, [goes.external_id])}


def _chosen(chosen: Mapping[str, str], stays: OfferPage, goes: OfferPage) -> dict[str, Any]:
    """The values that are others than those of the one that stays. With a description comes the edition that was taken."""
    facts = dict(chosen_value(name, which, stays, goes) for name, which in chosen.items() if which != "stays")
    if "common_description_id" in facts:
        facts["description_edition"] = goes.description_edition
    return facts


def _followed(stays: OfferPage, goes: OfferPage, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Which source the listing follows from now on: its own; where it has none that of the other, if they are of one kind.

    As it is now, it is as the source has left it, unless an editor had changed that: the next import writes what is new there.
    """
    adopts = not stays.external_id and type(stays) is type(goes)
    source = goes if adopts else stays
    if not source.external_id:
        return {}
    # An id is that of one row.
    OfferPage.objects.filter(pk=goes.pk).update(external_id=None)
    told = {"external_id": source.external_id, "imported": source.imported}
    if not is_edited(source, source.get_parent().pk):
        after = type(stays).objects.get(pk=stays.pk)
        for name, value in {**facts, **told}.items():
            setattr(after, name, value)
        told["imported"] = f"{planned(source.imported)}:{content(after, after.get_parent().pk)}"
    return told


def _write(offer: OfferPage, facts: Mapping[str, Any], user: Any) -> None:
    if offer.live:
        publish_facts(offer, facts, user)
        return
    draft = offer.get_latest_revision_as_object()
    for name, value in facts.items():
        setattr(draft, name, value)
    draft.save()
    draft.save_revision(user=user, clean=False)


def _lead_on(goes: OfferPage, stays: OfferPage) -> None:
    """Let every address that led to the listing lead to the other one for good."""
    sites = Site.objects.filter(pk__in={paths.site_id for paths in goes._get_relevant_site_root_paths()})
    create_redirects(stays, goes, sites)


def _said(goes: OfferPage) -> dict[str, Any]:
    """All that the listing said, for the history: it is the only place that still knows."""
    return {"title": goes.title, "address": goes.url_path, "said": goes.serializable_data()}
