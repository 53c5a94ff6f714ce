"""The branches of the page tree: municipalities, each with a site of its own, and what holds for the whole country."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from directory.models.linked_pages import find_page_of
from directory.models.shown import Shown
from directory.panels.choices import OwnInlinePanel, OwnPageForm
from directory.validators import validate_phone


class HomePage(Shown, Page):
    """The front page of a site: what do you need, and whom can you call."""

    lead = models.CharField(_("lead"), max_length=200, blank=True)
    about = RichTextField(_("who is behind the site"), blank=True, features=["bold", "italic", "link"])
    help_phone = models.CharField(
        _("telephone to a human"),
        max_length=24,
        blank=True,
        validators=[validate_phone],
        help_text=_("Shown in the same place on every page."),
    )
    help_hours = models.CharField(_("when it is answered"), max_length=120, blank=True)
    help_email = models.EmailField(_("mail"), blank=True)

    base_form_class = OwnPageForm
    template = "directory/landing/front_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("help_phone"), FieldPanel("help_hours"), FieldPanel("help_email")],
            heading=_("A person to call"),
        ),
        FieldPanel("about"),
        OwnInlinePanel("picks", heading=_("Today's picks"), label=_("offer"), max_num=6),
    ]
    is_creatable = False

    class Meta:
        verbose_name = _("front page")

    def route(self, request, path_components):
        """Find the search of the site without asking the database: most visits lead there."""
        found = find_page_of(self) if len(path_components) == 1 else None
        if found is not None and [found.slug] == path_components:
            return found.route(request, [])
        return super().route(request, path_components)


class HomePick(models.Model):
    """An offer that the editors put on a front page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="picks")
    offer = models.ForeignKey("directory.OfferPage", models.CASCADE, related_name="+", verbose_name=_("offer"))
    sort_order = models.PositiveIntegerField(default=0, editable=False)

    sort_order_field = "sort_order"
    panels = [PageChooserPanel("offer", "directory.OfferPage")]

    class Meta:
        ordering = ["sort_order", "pk"]


class PortalPage(HomePage):
    """The whole country's front page; the municipalities stand below it."""

    parent_page_types = ["wagtailcore.Page"]
    template = HomePage.template

    class Meta:
        verbose_name = _("portal")


class MunicipalityPage(HomePage):
    """A municipality: its front page, and the branch that holds its organisations and offers."""

    code = models.CharField(_("municipality code"), max_length=4, blank=True, help_text=_("Four digits, such as 0630."))
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    made_up = models.BooleanField(_("made up, for demonstration"), default=False)

    parent_page_types = ["directory.PortalPage"]
    template = HomePage.template
    content_panels = [
        *HomePage.content_panels,
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")], heading=_("Middle of the municipality")),
        FieldPanel("made_up"),
        InlinePanel(
            "kind_names",
            heading=_("What kinds of offers are called here"),
            label=_("name of a kind"),
            help_text=_("Only where the common name says what is not there."),
        ),
    ]

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")

    def route(self, request, path_components):
        """Show national pages inside the municipality's own frame: they live once and are found everywhere."""
        if path_components and path_components[0] == NationalBranchPage.SLUG:
            branch = NationalBranchPage.objects.live().first()
            if branch is None:
                raise Http404
            return branch.specific.route(request, path_components[1:])
        return super().route(request, path_components)


class NationalBranchPage(Shown, Page):
    """Offers that hold for the whole country; every municipality's search shows them."""

    SLUG = "hele-landet"

    parent_page_types = ["directory.PortalPage"]
    subpage_types = ["directory.OrganisationPage"]
    max_count = 1

    class Meta:
        verbose_name = _("the whole country")
