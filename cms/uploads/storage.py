"""Where uploads are kept. Whoever writes a picture here, by a form or by code, writes it clean."""

from django.core.files.storage import FileSystemStorage

from cms.uploads.pictures import cleaned_if_picture


class UploadStorage(FileSystemStorage):
    """Uploads on this machine, in `MEDIA_ROOT`. Has no room for what a picture says beside what it shows."""

    def _save(self, name, content):
        return super()._save(name, cleaned_if_picture(content))


def store_first(sender, instance, **kwargs) -> None:
    """Store the file of an image before its row is written: its width and height are then those of what is kept."""
    if instance.file and not instance.file._committed:
        instance.file.save(instance.file.name, cleaned_if_picture(instance.file.file), save=False)
