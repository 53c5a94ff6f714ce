"""The mail server as one address: `smtp://name:password@host:587?tls=on`, `smtps://…` where the connection is encrypted at once."""

from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PORTS = {"smtp": 25, "smtps": 465}
_EXAMPLE = "Write it as smtp://name:password@host:587?tls=on or smtps://name:password@host."


def mail_settings(url: str) -> dict[str, object]:
    """Django's settings for the address. The password may hold any character, written as %-codes."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"EMAIL_URL is no address ({error}). {_EXAMPLE}") from error
    options = parse_qs(parts.query)
    if parts.scheme not in _PORTS or not host or parts.path.strip("/") or options.keys() - {"tls"}:
        # The address holds a password: it is not said again.
        raise ImproperlyConfigured(f"EMAIL_URL is no address of a mail server. {_EXAMPLE}")
    tls = options.get("tls", ["off"])[-1] == "on"
    if tls and parts.scheme == "smtps":
        raise ImproperlyConfigured("EMAIL_URL: smtps is encrypted already; leave out tls=on.")
    return {
        "EMAIL_HOST": host,
        "EMAIL_PORT": port or (587 if tls else _PORTS[parts.scheme]),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls,
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }
