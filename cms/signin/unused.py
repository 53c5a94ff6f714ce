"""Accounts that nobody uses are closed, so that nobody else uses them. Their owners are warned first."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.mail import send_mail
from django.db.models import DateTimeField, F, QuerySet
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.signin.models import UnusedWarning

#: Days between the warning and the end.
WARNED_BEFORE = 30


def close_unused(today: date | None = None) -> None:
    """Warn whose account has 30 days left, and close those that were warned so long ago. A trial is left as it is."""
    if settings.DEMONSTRATION:
        return
    today = today or timezone.localdate()
    with translation.override(settings.LANGUAGE_CODE):
        for user in _unused_since(today - timedelta(days=settings.ACCOUNT_DAYS - WARNED_BEFORE)):
            _look_at(user, today)


def _unused_since(day: date) -> QuerySet:
    """The open accounts that nobody signed in to since a day; one that was never used counts from its invitation."""
    used = Coalesce(F("last_login"), F("date_joined"), output_field=DateTimeField())
    return get_user_model().objects.annotate(used=used).filter(is_active=True, used__date__lte=day).order_by("pk")


def _look_at(user: AbstractUser, today: date) -> None:
    warning = UnusedWarning.objects.filter(user=user).first()
    if warning is None or warning.sent_on < timezone.localdate(user.used):
        _warn(user, today)
    elif warning.sent_on <= today - timedelta(days=WARNED_BEFORE) and not _is_last_operator(user):
        _close(user, warning)


def _warn(user: AbstractUser, today: date) -> None:
    """Write to the owner, and remember it; an account without an address is remembered all the same."""
    if user.email:
        end = today + timedelta(days=WARNED_BEFORE)
        url = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('account_login')}"
        context = {"end": end, "url": url, "username": user.get_username()}
        text = render_to_string("cms/mails/unused_account.txt", context)
        try:
            send_mail(_("Your account in Vejviser is about to be closed"), text, None, [user.email])
        except OSError:
            # Counted where mails go out; tried again tomorrow.
            return
    UnusedWarning.objects.update_or_create(user=user, defaults={"sent_on": today})


def _close(user: AbstractUser, warning: UnusedWarning) -> None:
    """Close the account. Opened again, it is warned again before it is closed again."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    warning.delete()
    log(instance=user, action="wagtail.edit", data={"is_active": False, "unused": True})


def _is_last_operator(user: AbstractUser) -> bool:
    """Whether nobody would be left to open it again."""
    others = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return user.is_superuser and not others.exists()
