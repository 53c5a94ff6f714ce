"""Photographs as telephones and programs write them, with all that they say beside what they show."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin

#: Wagtail leaves the file in which it draws a rendition to be closed by itself.
LEFT_OPEN = [
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
    pytest.mark.filterwarnings(r"ignore:unclosed file <_io.(BufferedRandom|FileIO) name=\d+:ResourceWarning"),
]

FORMATS = ["jpg", "png", "webp", "avif", "gif"]
#: Stands in every field that a program can write; none of it may be in what is kept.
SECRET = "Skjulested Hemmelig"
#: The middle of the country, as degrees, minutes and seconds.
GPS = {1: "N", 2: (56.0, 18.0, 0.0), 3: "E", 4: (11.0, 6.0, 0.0), 29: SECRET}
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>{SECRET}</place></x:xmpmeta>'.encode()
#: Photoshop's block of IPTC fields: a caption.
IPTC = (
    b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00"
    + bytes([5 + len(SECRET)])
    + b"\x1c\x02\x78\x00"
    + bytes([len(SECRET)])
    + SECRET.encode()
)


def exif(orientation: int = 1) -> Image.Exif:
    """Where, with what and how it was taken."""
    told = Image.Exif()
    told.get_ifd(0x8825).update(GPS)
    told[0x010F] = SECRET
    told[0x0112] = orientation
    return told


def profile() -> bytes:
    """A colour profile, which names who made it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photograph(ending: str, size: tuple[int, int] = (90, 60), orientation: int = 1) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (220, 20, 20))
    image.paste((20, 20, 220), (size[0] // 2, 0, *size))
    content = BytesIO()
    if ending == "gif":
        image.save(content, "GIF", comment=SECRET.encode(), save_all=True, append_images=[image.rotate(180)])
    elif ending == "png":
        told = PngImagePlugin.PngInfo()
        told.add_text("Comment", SECRET)
        told.add_itxt("XML:com.adobe.xmp", XMP.decode())
        image.save(content, "PNG", exif=exif(orientation), pnginfo=told, icc_profile=profile())
    else:
        kind = {"jpg": "JPEG"}.get(ending, ending.upper())
        more = {"comment": SECRET.encode()} if ending == "jpg" else {}
        image.save(content, kind, exif=exif(orientation), xmp=XMP, icc_profile=profile(), quality=95, **more)
    return _with_iptc(content.getvalue()) if ending == "jpg" else content.getvalue()


def _with_iptc(jpeg: bytes) -> bytes:
    segment = b"\xff\xed" + (len(IPTC) + 2).to_bytes(2, "big") + IPTC
    return jpeg[:2] + segment + jpeg[2:] + f"a film behind the picture {SECRET}".encode()


def uploaded(name: str, content: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def says(content: bytes) -> list[str]:
    """What a file says beside what it shows."""
    with Image.open(BytesIO(content)) as image:
        image.load()
        told = [f"exif {key}" for key in image.getexif()] + [f"gps {key}" for key in image.getexif().get_ifd(0x8825)]
        told += [name for name in ("exif", "xmp", "comment", "icc_profile", "photoshop") if image.info.get(name)]
    return told + [secret for secret in (SECRET, "adobe:ns:meta", "8BIM") if secret.encode() in content]


def colours(content: bytes) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The colours near the upper left and the lower right corner."""
    with Image.open(BytesIO(content)) as image:
        shown = image.convert("RGB")
        return shown.getpixel((5, 5)), shown.getpixel((shown.width - 6, shown.height - 6))
