"""Cleans the pictures that stand here from before pictures were cleaned when they came."""

from django.core.files.base import File
from django.core.management.base import BaseCommand
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.users.models import UserProfile

from cms.uploads.pictures import NoPicture, UnreadablePicture, cleaned, is_clean


class Command(BaseCommand):
    """Take out of every picture what it says beside what it shows, such as where it was taken. Clean ones are left alone."""

    help = __doc__

    def handle(self, *, verbosity: int, **options) -> None:
        done = 0
        for row, name in kept():
            try:
                done += clean(row, name)
            except (NoPicture, UnreadablePicture, FileNotFoundError) as fault:
                self.stderr.write(f"{getattr(row, name).name}: {TOLD[type(fault)]}")
        if done or verbosity > 1:
            self.stdout.write(f"Pictures cleaned: {done}")


TOLD = {
    NoPicture: "is of a kind that is not shown, such as SVG. Upload it as PNG.",
    UnreadablePicture: "cannot be read. Upload it again.",
    FileNotFoundError: "is not there any more.",
}


def kept():
    """Every row that may hold a picture, with the name of the field that does."""
    for image in get_image_model().objects.iterator():
        yield image, "file"
    for document in get_document_model().objects.iterator():
        if document.content_type.startswith("image/"):
            yield document, "file"
    for profile in UserProfile.objects.exclude(avatar="").iterator():
        yield profile, "avatar"


def clean(row: Model, name: str) -> bool:
    """Draw the picture of a row again where it needs it; whether it did."""
    stored = getattr(row, name)
    with stored.storage.open(stored.name) as file:
        if is_clean(file):
            return False
        clean = cleaned(file)
    put(row, name, clean)
    return True


def put(row: Model, name: str, clean: File) -> None:
    """Keep the clean picture in place of the other one, under a name that no cache knows."""
    stored = getattr(row, name)
    storage, former = stored.storage, stored.name
    stored.save(former.rpartition("/")[2], clean, save=False)
    measure(row)
    row.save()
    storage.delete(former)


def measure(row: Model) -> None:
    """Let the row say the size and hash of what is kept now, and forget what was made of the other one."""
    if isinstance(row, get_image_model()):
        row._set_image_file_metadata()
        row.file.close()
        # It may have been turned or made smaller; what an editor marked on it is elsewhere then.
        row.set_focal_point(None)
        row.renditions.all().delete()
    elif isinstance(row, get_document_model()):
        row._set_document_file_metadata()
        row.file.close()
