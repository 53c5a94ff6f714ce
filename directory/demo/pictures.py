"""The drawings of the demonstration content, as images that editors find in the library."""

from django.core.files.base import ContentFile
from wagtail.images import get_image_model

from directory.demo.tree import DATA

PICTURES = DATA / "eksempel" / "pictures"


def picture_key(name: str, alt: str) -> int:
    """The key of the image with this drawing; it is put into the library when it is not there."""
    images = get_image_model().objects
    title = f"Eksempel: {name}"
    found = images.filter(title=title).values_list("pk", flat=True).first()
    if found is None:
        drawing = ContentFile((PICTURES / f"{name}.svg").read_bytes(), name=f"eksempel-{name}.svg")
        found = images.create(title=title, description=alt, file=drawing).pk
    return found
