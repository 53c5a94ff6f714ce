"""Uploads in a bucket, on any server that speaks S3. The bucket is private: whatever leaves it leaves through this site.

Only imported where a bucket is set, so that everybody else is spared the weight of its client.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from cms.uploads.pictures import cleaned_if_picture

#: Seconds that a page waits for the bucket: to be connected, and for each piece.
CONNECT_SECONDS, READ_SECONDS = 3, 10
#: Names a bucket in the path, which every server understands, and asks for no checksum that only newer ones know.
_CLIENT = Config(
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    connect_timeout=CONNECT_SECONDS,
    read_timeout=READ_SECONDS,
    retries={"mode": "standard", "total_max_attempts": 2},
)


class Bucket(S3Storage):
    """A bucket that looks like a folder: the same names, the same addresses on this site, the same exceptions."""

    def get_default_settings(self) -> dict:
        return super().get_default_settings() | {"client_config": _CLIENT, "file_overwrite": False}

    def url(self, name, *args, **kwargs) -> str:
        """The address on this site: it knows who may see what, and visitors meet no other host."""
        return settings.MEDIA_URL + filepath_to_uri(name)

    def listdir(self, name) -> tuple[list[str], list[str]]:
        with _as_a_folder():
            return super().listdir(name)

    def exists(self, name) -> bool:
        with _as_a_folder():
            return super().exists(name)

    def size(self, name) -> int:
        with _as_a_folder():
            return super().size(name)

    def get_modified_time(self, name) -> datetime:
        with _as_a_folder():
            return super().get_modified_time(name)

    def delete(self, name) -> None:
        with _as_a_folder():
            super().delete(name)

    def problem(self) -> str:
        """Why the bucket cannot be used; nothing when it can."""
        try:
            with _as_a_folder():
                self._list(self.connection)
        except OSError as fault:
            return str(fault)
        return ""

    def is_public(self) -> bool:
        """Whether it tells what lies in it to somebody who has no key."""
        try:
            with _as_a_folder():
                self._list(self.unsigned_connection)
        except OSError:
            return False
        return True

    def _list(self, connection) -> None:
        connection.meta.client.list_objects_v2(Bucket=self.bucket_name, MaxKeys=1)

    def _open(self, name, mode="rb") -> File:
        with _as_a_folder():
            file = super()._open(name, mode)
            # Fetched now: who reads it later expects no trouble with a network.
            return file.open() if "r" in mode else file

    def _save(self, name, content) -> str:
        with _as_a_folder():
            return super()._save(name, content)


class UploadBucket(Bucket):
    """What editors upload. Has no room for what a picture says beside what it shows."""

    def _save(self, name, content) -> str:
        return super()._save(name, cleaned_if_picture(content))


@contextmanager
def _as_a_folder() -> Iterator[None]:
    """Whoever uses a storage is prepared for a disk that fails, and for no client of a network."""
    try:
        yield
    except ClientError as fault:
        status = fault.response["ResponseMetadata"]["HTTPStatusCode"]
        raise (FileNotFoundError if status == 404 else OSError)(f"The bucket of uploads said {status}.") from fault
    except BotoCoreError as fault:
        raise OSError(f"The bucket of uploads failed: {type(fault).__name__}") from fault
