"""The people of an area's groups: invited by mail, taken out, their accounts closed. Operators are none of them."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.core.mail import send_mail
from django.core.validators import MaxLengthValidator, validate_email
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.signin.links import link_to_choose_password
from directory.cpr import validate_no_cpr
from directory.models import Role, RoleGroup

#: What the name of an account holds.
validate_length = MaxLengthValidator(150)


def administered_by(user: AbstractUser) -> QuerySet[RoleGroup]:
    """The groups whose people somebody looks after: those of the areas in which the person is an administrator."""
    rows = RoleGroup.objects.select_related("group", "municipality").order_by("municipality__title", "pk")
    if not user.is_active:
        return rows.none()
    if user.is_superuser:
        return rows
    held = RoleGroup.objects.filter(group__user=user, role=Role.ADMINISTRATOR).values_list("municipality", flat=True)
    own = Q(municipality__in=[key for key in held if key])
    return rows.filter(own | Q(municipality=None) if None in held else own)


def people_of(groups: QuerySet[RoleGroup]) -> QuerySet[AbstractUser]:
    """The people of the groups. An operator is nobody's to look after, whatever group he stands in."""
    held = get_user_model().objects.filter(groups__role__in=groups, is_superuser=False)
    return held.distinct().order_by("last_name", "first_name", "username")


def may_be_closed(groups: QuerySet[RoleGroup]) -> QuerySet[AbstractUser]:
    """Those of the people who have no rights elsewhere: closing an account takes everything from it."""
    elsewhere = Group.objects.exclude(role__in=groups)
    return people_of(groups).exclude(groups__in=elsewhere).filter(user_permissions=None)


@transaction.atomic
def invite(address: str, group: RoleGroup, by: AbstractUser | None = None) -> None:
    """Put the account with a mail address into a group, made when there is none, and tell its owner.

    Whoever invites learns nothing of what there was before. Raises `ValidationError` for what is no address, and
    whatever the mail server does; then nothing was done. An operator, or an account that is closed, is left alone.
    """
    address = address.strip().lower()
    validate_email(address)
    validate_length(address)
    validate_no_cpr(address)
    # Known by the name of the account: its mail address is what its owner says it is.
    user, is_new = get_user_model().objects.get_or_create(username=address, defaults={"email": address})
    if is_new:
        # Never told to anybody: the link in the mail sets the first one, and is of no use once one was set.
        user.set_password(secrets.token_urlsafe(48))
        user.save(update_fields=["password"])
        log(instance=user, action="wagtail.create", user=by)
    if user.is_superuser or not user.is_active:
        return
    user.groups.add(group.group)
    log(instance=user, action="wagtail.edit", user=by, data={"added": group.group.name})
    _tell(user, group, is_new=is_new)


def _tell(user: AbstractUser, group: RoleGroup, *, is_new: bool) -> None:
    path = reverse("account_login")
    if is_new:
        path = link_to_choose_password(user)
    context = {
        "is_new": is_new,
        "group": group.group.name,
        "username": user.get_username(),
        "url": f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}",
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
    }
    text = render_to_string("cms/mails/invitation.txt", context)
    send_mail(_("You are invited to Vejviser"), text, None, [user.get_username()])


def take_out(user: AbstractUser, group: RoleGroup, by: AbstractUser) -> None:
    """Take a person out of a group."""
    user.groups.remove(group.group)
    log(instance=user, action="wagtail.edit", user=by, data={"removed": group.group.name})


def set_open(user: AbstractUser, by: AbstractUser, *, is_open: bool) -> None:
    """Close an account, so that nobody can log in with it and whoever has is logged out, or open it again."""
    user.is_active = is_open
    user.save(update_fields=["is_active"])
    log(instance=user, action="wagtail.edit", user=by, data={"is_active": is_open})
