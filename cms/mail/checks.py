"""Whether mail can be sent, said at start."""

from django.conf import settings
from django.core.checks import Tags, register
from django.core.checks import Warning as Caution
from django.db import DatabaseError

from directory.models import MailRecord


@register(Tags.security, deploy=True)
def mail_is_set_up(app_configs=None, **kwargs):
    """A server and a sender are named: invitations and forgotten passwords go out by mail."""
    if not settings.EMAIL_BACKEND.startswith("cms.mail."):
        return []
    hint = "Set EMAIL_URL and DEFAULT_FROM_EMAIL, and try them with: manage.py sendtestemail you@example.dk"
    sender = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >")
    if settings.EMAIL_HOST == "localhost" and not settings.EMAIL_HOST_USER and sender in {"", "localhost"}:
        return [Caution("No mail server is set up: nobody can be invited.", hint=hint, id="vejviser.W020")]
    if sender in {"", "localhost"}:
        return [Caution("Mails have no sender that others accept.", hint=hint, id="vejviser.W021")]
    return []


@register(Tags.database)
def mails_go_out(app_configs=None, databases=None, **kwargs):
    """The latest mail went out."""
    if not databases:
        return []
    try:
        record = MailRecord.latest()
    except DatabaseError:
        return []  # before the first migration there is nothing to ask
    if not record.failures:
        return []
    told = f"{record.failures} mails in a row could not be sent, the latest at {record.failed:%Y-%m-%d %H:%M} ({record.error})."
    hint = "Look at EMAIL_URL, and try it with: manage.py sendtestemail you@example.dk"
    return [Caution(told, hint=hint, id="vejviser.W022")]
