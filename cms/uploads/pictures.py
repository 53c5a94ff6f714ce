"""Pictures as they may be kept: drawn again from their points, without anything that was written beside them.

A telephone writes where, when and with what a picture was taken. On the page of a secret address that tells the address.
"""

from contextlib import contextmanager
from io import BytesIO

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile, File
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

#: What may be uploaded, by its ending, and the type that it is served as.
TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
#: The longest side of a picture that is kept, in pixels: three times what a page shows.
LONGEST_SIDE = 2560
#: More pixels than this are not opened: 50 million are 200 MB of memory, and more than most telephones take.
MAX_PIXELS = 50_000_000

#: How each format is saved. Some cameras hide a second picture behind the first (MPO); the first is kept.
_SAVING: dict[str, dict] = {
    "AVIF": {"format": "AVIF", "quality": 80},
    "GIF": {"format": "GIF"},
    "JPEG": {"format": "JPEG", "quality": 90, "optimize": True, "progressive": True},
    "MPO": {"format": "JPEG", "quality": 90, "optimize": True, "progressive": True},
    "PNG": {"format": "PNG", "optimize": True},
    "WEBP": {"format": "WEBP", "quality": 90},
}
_OPENED = tuple(_SAVING.keys() - {"MPO"})
#: What a file may say about itself and be clean: how its points are stored, and nothing of where they come from.
_HARMLESS = {
    "adobe", "adobe_transform", "background", "chromaticity", "dpi", "duration", "gamma", "interlace", "jfif",
    "jfif_density", "jfif_unit", "jfif_version", "loop", "progression", "progressive", "srgb", "timestamp",
    "transparency", "version",
}  # fmt: skip
_HARMLESS_SEGMENTS = {"APP0", "APP14"}


class NoPicture(Exception):
    """The file is none of the formats that may be uploaded."""


class UnreadablePicture(SuspiciousFileOperation):
    """The file says that it is a picture, and cannot be drawn, or is too large to be opened."""


class CleanPicture(ContentFile):
    """What `cleaned` has made: it need not be drawn again."""


def cleaned(file: File) -> CleanPicture:
    """The picture upright, in the colours of screens, at most `LONGEST_SIDE` wide and high, and nothing besides.

    Of an animation the first picture is kept, which is the one that pages show. Raises `NoPicture` or
    `UnreadablePicture`.
    """
    if isinstance(file, CleanPicture):
        return file
    with _opened(file) as image:
        saving = _SAVING[str(image.format)]
        # Made smaller first: a JPEG is then never unpacked in its full size.
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        drawn = _in_screen_colours(ImageOps.exif_transpose(image))
        drawn.info = {key: value for key, value in drawn.info.items() if key == "transparency"}
        content = BytesIO()
        drawn.save(content, **saving)
    return CleanPicture(content.getvalue(), name=file.name)


def cleaned_if_picture(file: File) -> File:
    """The picture as it may be kept; a file of any other kind as it came."""
    try:
        return cleaned(file)
    except NoPicture:
        return file


def is_clean(file: File) -> bool:
    """Whether a picture that was kept before needs no cleaning. Raises as `cleaned` does."""
    with _opened(file) as image:
        if image.format == "PNG":
            # Text may stand behind the points.
            image.load()
        segments = {name for name, _content in getattr(image, "applist", ())}
        return (
            image.info.keys() <= _HARMLESS
            and segments <= _HARMLESS_SEGMENTS
            and image.format != "MPO"
            and getattr(image, "n_frames", 1) == 1
            and max(image.size) <= LONGEST_SIDE
        )


@contextmanager
def _opened(file: File):
    """The picture, its points not read yet. Whatever goes wrong inside is the file's fault."""
    file.seek(0)
    try:
        with Image.open(file, formats=_OPENED) as image:
            _refuse_too_large(image)
            yield image
    except UnidentifiedImageError as fault:
        raise NoPicture from fault
    except UnreadablePicture:
        raise
    except Exception as fault:
        # Decoders of broken bytes raise what they happen to raise; Django's own form field catches all of it too.
        raise UnreadablePicture(type(fault).__name__) from fault
    finally:
        file.seek(0)


def _refuse_too_large(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise UnreadablePicture(f"More than {MAX_PIXELS} pixels.")


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """The picture in sRGB, which needs no profile: profiles name the device, and print colours look odd on screens."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"CMYK", "L", "RGB", "RGBA"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            # A profile that nobody can read says nothing about the colours.
            pass
    return image.convert("RGB") if image.mode == "CMYK" else image
