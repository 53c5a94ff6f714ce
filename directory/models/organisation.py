"""The organisation behind offers; the parent of its offers in the page tree."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from directory.models.address import DanishAddress
from directory.models.facts.freshness import Demonstration
from directory.models.kinds import KINDS
from directory.models.rules import check_authorities
from directory.models.shown import Shown
from directory.panels.copying import OwnCopyForm
from directory.panels.dated_rules import OrganisationPageForm, authorities_panel
from directory.validators import validate_phone


class OrganisationType(models.TextChoices):
    """What sort of organisation stands behind an offer."""

    UNKNOWN = "unknown", _("We do not know yet")
    MUNICIPAL = "municipal", _("Municipality")
    REGIONAL = "regional", _("Region")
    ASSOCIATION = "association", _("Association")
    FAITH = "faith", _("Faith-based")
    PRIVATE = "private", _("Private")


class OrganisationPage(Shown, DanishAddress, Page):
    """A municipal unit, region, association or other owner of offers."""

    external_id = models.CharField(max_length=200, null=True, blank=True, unique=True, editable=False)
    #: What an import last told of who is responsible, as a fingerprint: so it can tell whether an editor has changed it since.
    imported = models.CharField(max_length=64, blank=True, editable=False)
    organisation_type = models.CharField(
        _("kind of organisation"), max_length=12, choices=OrganisationType, default=OrganisationType.UNKNOWN
    )
    about = RichTextField(_("about"), blank=True, features=["bold", "italic", "ul", "link"])
    phone = models.CharField(_("telephone"), max_length=24, blank=True, validators=[validate_phone])
    email = models.EmailField(_("mail"), blank=True)
    website = models.URLField(_("web page"), blank=True)
    complaint_contact = models.CharField(_("where to complain"), max_length=200, blank=True)
    demonstration = models.CharField(
        _("demonstration"), max_length=12, choices=Demonstration, default=Demonstration.NO, blank=True
    )

    template = "directory/offers/organisation.html"
    base_form_class = OrganisationPageForm
    copy_form_class = OwnCopyForm
    exclude_fields_in_copy = ["external_id", "imported"]
    parent_page_types = ["directory.MunicipalityPage", "directory.NationalBranchPage"]
    subpage_types = list(KINDS.values())
    content_panels = [
        *Page.content_panels,
        FieldPanel("organisation_type"),
        FieldPanel("about"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")], heading=_("Contact")),
        FieldPanel("complaint_contact"),
        authorities_panel(_("For its offers, unless an offer says another.")),
        FieldPanel("demonstration"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def clean(self) -> None:
        super().clean()
        check_authorities(self)
