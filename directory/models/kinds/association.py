"""A volunteer association (frivillig forening): one can be a member, and one can lend a hand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.offer import OfferPage
from directory.panels.needed import CONTACT
from directory.text import lines


class AssociationPage(OfferPage):
    """A community run by volunteers."""

    kind = "association"
    page_description = _("A community that volunteers run, which one can come to, join or help in.")
    own_heading = _("The association")
    needed = (CONTACT,)
    search_text = (
        "membership",
        "volunteer_roles",
    )

    membership = models.CharField(_("membership"), max_length=200, blank=True)
    membership_price = models.CharField(_("price of membership"), max_length=100, blank=True)
    volunteer_roles = models.TextField(_("what volunteers do"), blank=True, help_text=_("One role a line."))
    become_volunteer = models.CharField(_("how to become a volunteer"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("volunteer association")
        verbose_name_plural = _("volunteer associations")

    @property
    def own_lines(self) -> list[str]:
        """What the kind's block lists."""
        return self.volunteer_role_lines

    @property
    def volunteer_role_lines(self) -> list[str]:
        """What volunteers do, as a list."""
        return lines(self.volunteer_roles)
