"""The way from the admin to the page of all components, where it is served."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem


class StyleguideItem(MenuItem):
    """For those who build: shown where the page is."""

    def is_shown(self, request) -> bool:
        return settings.STYLEGUIDE


def menu_item() -> StyleguideItem:
    """The page in the menu of help."""
    return StyleguideItem(_("Components of the site"), reverse("styleguide"), name="styleguide", icon_name="view")
