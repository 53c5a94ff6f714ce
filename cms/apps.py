"""The site as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """Settings, editorial pages and the editors' tools."""

    name = "cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        from django.db.models.signals import pre_save
        from wagtail.images import get_image_model
        from wagtail.users.models import UserProfile

        from cms.health import checks as health  # noqa: F401 - checks register themselves
        from cms.health import counting
        from cms.mail import checks as mail_checks  # noqa: F401 - checks register themselves
        from cms.municipalities import checks  # noqa: F401 - as above
        from cms.uploads import checks as upload_checks  # noqa: F401
        from cms.uploads.forms import validate_picture
        from cms.uploads.storage import store_first

        counting.connect()
        pre_save.connect(store_first, sender=get_image_model())
        UserProfile._meta.get_field("avatar").validators.append(validate_picture)
