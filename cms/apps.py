"""The site as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """Settings, editorial pages and the editors' tools."""

    name = "cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        from cms.health import checks as health  # noqa: F401 - checks register themselves
        from cms.health import counting
        from cms.mail import checks as mail_checks  # noqa: F401 - checks register themselves
        from cms.municipalities import checks as municipality_checks  # noqa: F401
        from cms.municipalities import comments, groups
        from cms.releases import checks as release_checks  # noqa: F401
        from cms.releases.outside import look
        from cms.uploads import checks as upload_checks  # noqa: F401
        from cms.uploads import wiring
        from directory.duties import Duty, take_on

        take_on(Duty("news", timedelta(days=1), look))
        counting.connect()
        wiring.connect()
        comments.refuse_cpr_in_comments()
        groups.connect()
