"""Pages of plain text on a site: who is behind it, how it looks after people, how to use it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page

from directory.blocks import TextBlocks
from directory.models.address import DanishAddress
from directory.models.shown import Shown
from directory.panels import text_page as panels


class TextPage(Shown, DanishAddress, Page):
    """A page of text below a front page."""

    class Role(models.TextChoices):
        """What the frame around every page leads to. A site has at most one page of each."""

        OTHER = "", _("Another text")
        ABOUT = "about", _("Who is behind the site")
        PRIVACY = "privacy", _("How we look after people")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")
        EASY_READ = "easy_read", _("Easy to read")
        LISTING = "listing", _("Who may be listed")
        HISTORY = "history", _("How to delete one's tracks")

    #: Roles whose pages may tell more about who reads them than that person wants to be known.
    SENSITIVE = frozenset([Role.HISTORY])

    role = models.CharField(
        _("what the page is"),
        max_length=13,
        choices=Role,
        default=Role.OTHER,
        blank=True,
        help_text=_("All pages of the site link to those that have a name here. There can be one of each."),
    )
    lead = models.CharField(_("lead"), max_length=200, blank=True)
    body = StreamField(TextBlocks(), verbose_name=_("text"))
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    lead_en = models.CharField(_("lead in English"), max_length=200, blank=True)
    body_en = StreamField(TextBlocks(), verbose_name=_("text in English"), blank=True)

    template = "directory/texts/page.html"
    parent_page_types = ["directory.PortalPage", "directory.MunicipalityPage"]
    subpage_types: list[str] = []
    #: A copy is another page: the site has one of that role already.
    exclude_fields_in_copy = ["role"]
    edit_handler = panels.edit_handler()

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")

    @property
    def sensitive(self) -> bool:
        """Whether having read the page may tell more than the visitor wants to be known."""
        return self.role in self.SENSITIVE
