"""What production asks its operator for, made here for a trial on one's own machine. Anything set already stands."""

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


os.environ.setdefault("SECRET_KEY", kept_secret())
os.environ.setdefault("ALLOWED_HOSTS", "localhost,.localhost,127.0.0.1")
os.environ.setdefault("HTTPS", "off")
