"""Where uploads are kept: in the folder of uploads, or in a bucket on a server that speaks S3."""

import os
import re

from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import text

#: What has to be said of a bucket, all of it or nothing; the region is for servers that have several.
REQUIRED = ("UPLOADS_BUCKET", "UPLOADS_ENDPOINT", "UPLOADS_ACCESS_KEY", "UPLOADS_SECRET_KEY")
_REGION = "UPLOADS_REGION"
#: Encrypted on its way, or not on its way at all.
_ENDPOINT = re.compile(r"https://[^/?#@\s]+/?|http://(localhost|127\.0\.0\.1)(:\d+)?/?")


def upload_storages() -> dict[str, dict]:
    """The rows of `STORAGES` for uploads and for what is drawn of them. Refuses what is half said."""
    told = {name for name in (*REQUIRED, _REGION) if text(name)}
    if not told:
        return {
            "default": {"BACKEND": "cms.uploads.storage.UploadStorage"},
            # Made by Wagtail from what is clean already.
            "renditions": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        }
    _require_whole(told)
    return {
        "default": {"BACKEND": "cms.uploads.bucket.UploadBucket", "OPTIONS": _options()},
        "renditions": {"BACKEND": "cms.uploads.bucket.Bucket", "OPTIONS": _options()},
    }


def _require_whole(told: set[str]) -> None:
    missing = [name for name in REQUIRED if name not in told]
    if missing:
        raise ImproperlyConfigured(
            f"Uploads are to be kept in a bucket, but {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} "
            f"missing. Set {', '.join(REQUIRED)}, or none of them nor {_REGION} for a folder."
        )
    if not _ENDPOINT.fullmatch(text("UPLOADS_ENDPOINT")):
        raise ImproperlyConfigured(
            "UPLOADS_ENDPOINT is the https:// address of a server that speaks S3, without a path; "
            "http:// is for a server on this machine."
        )


def _options() -> dict[str, str | None]:
    return {
        "bucket_name": os.environ["UPLOADS_BUCKET"],
        "endpoint_url": os.environ["UPLOADS_ENDPOINT"],
        "access_key": os.environ["UPLOADS_ACCESS_KEY"],
        "secret_key": os.environ["UPLOADS_SECRET_KEY"],
        # Servers that have no regions want one named all the same, as what is signed with.
        "region_name": text(_REGION, "us-east-1"),
    }
