"""The site as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """Settings, editorial pages and the editors' tools."""

    name = "cms"
    verbose_name = _("Site")
