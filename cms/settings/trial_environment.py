"""What production asks its operator for, made here for a trial on one's own machine. Anything set already stands."""

import base64
import hashlib
import os
import secrets

from cms.settings.environment import VAR


def kept_secret() -> str:
    """This machine's secret key: made once, kept beside the database, read by its owner only."""
    path = VAR / "secret-key"
    VAR.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key


def default(name: str, value: str) -> None:
    """Set what is not set, or is empty as in a file that was copied from .env.example."""
    os.environ[name] = os.environ.get(name) or value


default("SECRET_KEY", os.environ.get("SECRET_KEY") or kept_secret())
# Of the same secret: what was handed over in a trial is read as long as its database is there.
_drawn = hashlib.sha256(f"referrals {os.environ['SECRET_KEY']}".encode()).digest()
default("REFERRAL_KEYS", base64.urlsafe_b64encode(_drawn).decode())
default("ALLOWED_HOSTS", "localhost,.localhost,127.0.0.1")
default("HTTPS", "off")
