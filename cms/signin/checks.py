"""What can be wrong with the sign-in at start, with what to do."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Tags, register
from django.core.checks import Warning as Caution
from django.db import DatabaseError


@register(deploy=True)
def second_step_is_required(app_configs=None, **kwargs) -> list[Caution]:
    """Those who may change rights or see referrals need two steps."""
    if settings.SECOND_STEP_REQUIRED:
        return []
    hint = "Take SECOND_STEP_REQUIRED out of the environment."
    return [Caution("A password alone opens accounts that may change rights.", hint=hint, id="vejviser.W060")]


@register()
def oidc_is_whole(app_configs=None, **kwargs) -> list[Caution]:
    """An issuer is of use only with what this site is known by to it."""
    known = settings.OIDC_CLIENT_ID and settings.OIDC_CLIENT_SECRET and settings.OIDC_MUNICIPALITIES
    if not settings.OIDC_ISSUER or (known and settings.OIDC_ISSUER.startswith("https://")):
        return []
    hint = (
        "Set OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_MUNICIPALITIES, and an OIDC_ISSUER that begins with https://, "
        "or take OIDC_ISSUER out."
    )
    return [Caution("The municipality's own sign-in is set up in part.", hint=hint, id="vejviser.W061")]


@register(Tags.database)
def operators_can_be_written_to(app_configs=None, databases=None, **kwargs) -> list[Caution]:
    """An operator without an address gets no code, and so is not let in."""
    if not databases or not settings.SECOND_STEP_REQUIRED:
        return []
    operators = get_user_model().objects.filter(is_superuser=True, is_active=True, email="")
    try:
        names = list(operators.exclude(authenticator__isnull=False).values_list("username", flat=True))
    except DatabaseError:
        # Not migrated yet, which another check says.
        return []
    hint = "manage.py second_step mail NAME ADDRESS"
    return [
        Caution(f"The operator {name} has no mail address to send a code to.", hint=hint, id="vejviser.W062")
        for name in names
    ]
