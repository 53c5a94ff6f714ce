"""What the page for professionals shows."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models.taxonomy import PROFESSIONALS
from directory.professionals.ladder import steps
from directory.professionals.own_offers import offers_for_professionals
from directory.professionals.practice import receiving
from directory.professionals.sheets import SHEETS
from directory.sites.address import YES, Address
from directory.sites.counts import Counts, counts_of
from directory.sites.here import Here, here

#: Where one may come without a referral, and meet others: the kinds by their names.
_COMMUNITIES = ("drop_in_centre", "peer_offer", "association")


def professionals_page(request) -> dict:
    """Steps, recipients of today, texts to copy, sheets."""
    site = here(request)
    counts = counts_of(site.municipality, "level", "access", "target_group")
    return {
        "crumbs": professionals_crumbs(site),
        "ladder": steps(request, "level", counts),
        "ways_in": steps(request, "access", counts),
        "room_url": _found(site, has_room=YES),
        "communities_url": _found(site, kind=_COMMUNITIES),
        "receiving": receiving(site.municipality, timezone.localdate()),
        "back_to_doctor": back_to_doctor(),
        "sheets": [
            (sheet.title, sheet.purpose, site.carrying(reverse("sheet", args=[slug]))) for slug, sheet in SHEETS.items()
        ],
        "own_offers": offers_for_professionals(request),
        "shared_offers_url": _shared_offers(site, counts),
    }


def professionals_crumbs(site: Here, *below: tuple[str, str]) -> list[tuple[str, str]]:
    """The way down to the page, and to what stands below it."""
    return [*site.front_crumb, (_("For professionals"), site.carrying(reverse("professionals"))), *below]


def back_to_doctor() -> str:
    """What a municipality writes back to a doctor who referred somebody: a text to copy, with gaps to fill in."""
    lines = (
        _("Thank you for the referral of …"),
        _("We have talked with the citizen on …"),
        _("The citizen wishes: …"),
        _("We have agreed on: …"),
        _("It begins on …, and ends on …"),
        _("We ask the doctor to: …"),
        _("Contact with us: …"),
    )
    return "\n".join(lines)


def _found(site: Here, **chosen: str | tuple[str, ...]) -> str:
    return site.carrying(f"{site.find_url}{Address.of(**chosen)}")


def _shared_offers(site: Here, counts: Counts | None) -> str:
    """The page of the offers for citizens that those who help may use too; empty where the site has none."""
    has_some = counts is not None and counts.get("target_group", {}).get(PROFESSIONALS)
    return site.carrying(reverse("target_group", args=[PROFESSIONALS])) if has_some else ""
