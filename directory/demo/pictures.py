"""The drawings of the demonstration content, as images that editors find in the library."""

from django.core.files.base import ContentFile
from wagtail.images import get_image_model

from directory.demo.tree import DATA

#: Each as the SVG that is edited, and as the PNG that is drawn of it by `make drawings`.
PICTURES = DATA / "eksempel" / "pictures"


def picture_key(name: str, alt: str) -> int:
    """The key of the image with this drawing; it is put into the library when it is not there."""
    title = f"Eksempel: {name}"
    images = get_image_model().objects
    found = images.filter(title=title).exclude(file__endswith=".svg").values_list("pk", flat=True).first()
    if found is None:
        drawing = ContentFile((PICTURES / f"{name}.png").read_bytes(), name=f"eksempel-{name}.png")
        found = images.create(title=title, description=alt, file=drawing).pk
    return found
