"""A peer offer: somebody who has been through it oneself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.offer import OfferPage
from directory.panels.needed import EXPERIENCE


class PeerForm(models.TextChoices):
    """With one person or in a group."""

    UNKNOWN = "unknown", _("We do not know yet")
    ONE = "one", _("One to one")
    GROUP = "group", _("In a group")
    BOTH = "both", _("Both one to one and in a group")


class PeerOfferPage(OfferPage):
    """An offer that builds on lived experience."""

    kind = "peer_offer"
    page_description = _("Somebody who has been through the same meets one: one to one, or in a group.")
    own_heading = _("Somebody who has been there")
    needed = (EXPERIENCE,)
    search_text = (
        "experience",
        "peer_training",
    )

    experience = models.CharField(_("the experience it builds on"), max_length=200, blank=True)
    peer_form = models.CharField(_("one to one or group"), max_length=8, choices=PeerForm, default=PeerForm.UNKNOWN)
    peer_training = models.CharField(_("training and backing of the peers"), max_length=200, blank=True)
    become_peer = models.CharField(_("become a peer oneself"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("peer offer")
        verbose_name_plural = _("peer offers")
