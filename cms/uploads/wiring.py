"""What uploads ask of Wagtail's own models and forms. Imported once the apps are ready."""

from django.db.models.signals import pre_save
from wagtail.documents.views.bulk_actions import add_tags as documents
from wagtail.images import get_image_model
from wagtail.images.views.bulk_actions import add_tags as pictures
from wagtail.users.models import UserProfile

from cms.uploads.forms import validate_picture
from cms.uploads.storage import store_first
from directory.cpr import validate_no_cpr


def connect() -> None:
    """Check what is uploaded, and what is written about several uploads at once."""
    pre_save.connect(store_first, sender=get_image_model())
    for several in (pictures, documents):
        several.TagForm.base_fields["tags"].validators.append(validate_no_cpr)
    UserProfile._meta.get_field("avatar").validators.append(validate_picture)
