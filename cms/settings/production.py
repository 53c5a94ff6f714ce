"""Settings for real visitors. Refuses to start without SECRET_KEY and ALLOWED_HOSTS."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *  # noqa: F403 - settings modules extend each other, that is Django's way
from cms.settings.base import BEHIND_PROXY, OLD_HOSTS, STORAGES
from cms.settings.environment import flag, number, text, words
from cms.settings.mail_url import mail_settings

DEBUG = False
SECRET_KEY = text("SECRET_KEY")
if len(SECRET_KEY) < 32:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or shorter than 32 characters. Make one with: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )
ALLOWED_HOSTS = words("ALLOWED_HOSTS")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is missing. Name the site's hosts, such as: ALLOWED_HOSTS=vejviser.example.dk"
    )
# Old hosts are answered too: they lead on.
ALLOWED_HOSTS += OLD_HOSTS
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")

# Invitations and forgotten passwords go out by mail.
EMAIL_BACKEND = "cms.mail.backend.RecordingBackend"
EMAIL_HOST = text("EMAIL_HOST", "localhost")
EMAIL_PORT = number("EMAIL_PORT", 25)
EMAIL_HOST_USER = text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS", default=False)
if text("EMAIL_URL"):
    globals().update(mail_settings(text("EMAIL_URL")))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = text("DEFAULT_FROM_EMAIL", "vejviser@localhost")

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

# Off only for a trial on one's own machine (`make run`), where there is no certificate.
HTTPS = flag("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
# A load balancer beside the site asks without a certificate.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
# Whether all names below a host are encrypted too, and for ever, is for whoever owns the domain to say, in the proxy:
# W005 and W021 ask for it here.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
