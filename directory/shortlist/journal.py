"""The list as plain text that a professional copies into a case record: what somebody was pointed to, and how one gets there."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from directory.models import OfferPage, OrganisationPage
from directory.models.tree import parent_path
from directory.offers.cards import Card
from directory.offers.contact import contact_of
from directory.sites.here import here


def journal_text(cards: list[Card], request) -> str:
    """A paragraph for each offer: name, contact, way in or way of referring, address; the day at the end."""
    owners = _owners([card.offer for card in cards])
    told = [_paragraph(card, owners.get(card.offer.pk), request) for card in cards]
    day = date_format(timezone.localdate(), "j. F Y")
    return "\n\n".join([*told, _("Looked up on %(day)s.") % {"day": day}])


def _owners(offers: list[OfferPage]) -> dict[int, OrganisationPage]:
    """The organisation behind each offer, by the offer's key."""
    paths = {offer.pk: parent_path(offer) for offer in offers}
    by_path = {owner.path: owner for owner in OrganisationPage.objects.filter(path__in=paths.values())}
    return {key: by_path[path] for key, path in paths.items() if path in by_path}


def _paragraph(card: Card, owner: OrganisationPage | None, request) -> str:
    offer, contact = card.offer, contact_of(card.offer, owner)
    name = f"{offer.title} ({owner.title})" if owner and owner.title != offer.title else offer.title
    reached = ", ".join(filter(None, [contact.phone, contact.email, contact.website]))
    lines = [
        name,
        _("Contact: %(contact)s") % {"contact": reached} if reached else "",
        _("Way in: %(way)s") % {"way": _way(card)} if _way(card) else "",
        _("Link: %(link)s") % {"link": request.build_absolute_uri(here(request).bare_url(offer))},
    ]
    return "\n".join(filter(None, lines))


def _way(card: Card) -> str:
    return card.offer.referral_how or card.face.access
