"""The pictures that exact rows name: found in the library, or put there from a folder beside the rows."""

from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.models import Collection

from directory.importing.exact.plan import PicturePlan
from directory.models import Role

#: No larger than an editor may upload, in bytes.
_MAX_BYTES = 10 * 1024 * 1024


@dataclass
class Pictures:
    """Those of the library, and those in the folder; without a folder those of the library alone."""

    folder: Path | None = None

    def key(self, plan: PicturePlan, branch_slug: str) -> int | None:
        """The key of the picture in the library; None when it is nowhere."""
        images = get_image_model().objects
        found = images.filter(file_hash=plan.sha1).order_by("pk").first() if plan.sha1 else None
        if found is None:
            # A picture that was drawn again on its way in has another fingerprint, and the name it came with.
            found = images.filter(title=plan.title, file__endswith=f"/{plan.file}").order_by("pk").first()
        if found is None:
            found = self._put(plan, branch_slug)
        return found and found.pk

    def _put(self, plan: PicturePlan, branch_slug: str):
        path = self.folder and self.folder / plan.file
        if not path or not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return None
        data = path.read_bytes()
        if plan.sha1 and sha1(data, usedforsecurity=False).hexdigest() != plan.sha1:
            return None
        collection = (
            Collection.objects.filter(
                group_permissions__group__role__municipality__slug=branch_slug,
                group_permissions__group__role__role=Role.EDITOR,
            )
            .order_by("depth", "pk")
            .first()
        )
        return get_image_model().objects.create(
            title=plan.title,
            file=ContentFile(data, name=plan.file),
            collection=collection or Collection.get_first_root_node(),
        )
