"""The site as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """Settings, editorial pages and the editors' tools."""

    name = "cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in
        from django.db.models.signals import pre_save
        from wagtail.documents.views.bulk_actions import add_tags as documents
        from wagtail.images import get_image_model
        from wagtail.images.views.bulk_actions import add_tags as pictures
        from wagtail.users.models import UserProfile

        from cms.health import checks as health  # noqa: F401 - checks register themselves
        from cms.health import counting
        from cms.mail import checks as mail_checks  # noqa: F401 - checks register themselves
        from cms.municipalities import checks as municipality_checks  # noqa: F401
        from cms.municipalities import comments, groups
        from cms.sessions import begin
        from cms.uploads import checks as upload_checks  # noqa: F401
        from cms.uploads.forms import validate_picture
        from cms.uploads.storage import store_first
        from directory.cpr import validate_no_cpr

        counting.connect()
        user_logged_in.connect(begin)
        pre_save.connect(store_first, sender=get_image_model())
        for several in (pictures, documents):
            several.TagForm.base_fields["tags"].validators.append(validate_no_cpr)
        UserProfile._meta.get_field("avatar").validators.append(validate_picture)
        comments.refuse_cpr()
        groups.connect()
