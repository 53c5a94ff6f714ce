"""The mail address of an account is the one that stands on it: another that was once shown to be somebody's is forgotten."""

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db.models.signals import post_save


def forget_former(*, instance, update_fields=None, created=False, **signal) -> None:
    """No link for a new password goes to an address that its owner has given up."""
    if created or (update_fields is not None and "email" not in update_fields):
        return
    EmailAddress.objects.filter(user=instance).exclude(email__iexact=instance.email).delete()


def connect() -> None:
    """Look whenever an account is saved."""
    post_save.connect(forget_former, sender=get_user_model())
