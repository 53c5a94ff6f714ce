"""What a role is held in: a municipality's branch, or what belongs to the whole country."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from directory.models import HomePage, MunicipalityPage, NationalBranchPage, PortalPage, RoleGroup


@dataclass(frozen=True)
class Area:
    """A municipality, or with None the whole."""

    municipality: MunicipalityPage | None

    @property
    def name(self) -> str:
        """What people call it, in the language of the site."""
        if self.municipality is not None:
            return self.municipality.title.removesuffix(" Kommune")
        with translation.override(settings.LANGUAGE_CODE):
            return _("The whole country")

    @property
    def branch(self) -> Page:
        """The page whose branch its editors write in."""
        return self.municipality or NationalBranchPage.objects.order_by("pk")[:1].get()

    @property
    def home(self) -> HomePage:
        """The front page of its site."""
        return self.municipality or PortalPage.objects.order_by("pk")[:1].get()

    @property
    def sites(self) -> QuerySet[Site]:
        """The sites that begin at its front page."""
        return Site.objects.filter(root_page=self.home.pk)

    def groups(self) -> QuerySet[RoleGroup]:
        """Its groups, as far as there are any."""
        return RoleGroup.objects.filter(municipality=self.municipality).select_related("group")
