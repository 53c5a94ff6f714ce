"""Who needs two steps to sign in, and whether a session has taken them."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse

from directory.models import Role

#: Whoever has one of these roles, in any municipality, needs two steps: they change rights, or see referrals.
ROLES = (Role.ADMINISTRATOR, Role.SUPPORT_WORKER)
#: So does whoever has one of these rights in another way. An operator has them all.
RIGHTS = (
    "auth.add_user",
    "auth.change_user",
    "auth.delete_user",
    "auth.add_group",
    "auth.change_group",
    "auth.delete_group",
    "referrals.add_referral",
    "referrals.change_referral",
    "referrals.view_referral",
)
#: What says that somebody is who they are; what says it a second time.
_FIRST, _SECOND = {"password", "socialaccount"}, {"code", "mfa"}
#: What somebody can have set up for the second step.
_OWN = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def needs_two(user) -> bool:
    """Whether a password alone does not let a person in."""
    if not (settings.SECOND_STEP_REQUIRED and user.is_authenticated):
        return False
    return (
        user.is_superuser
        or user.groups.filter(role__role__in=ROLES).exists()
        or any(user.has_perm(right) for right in RIGHTS)
    )


def needs_mail_code(request, user) -> bool:
    """Whether a person is sent a code: who needs two steps, has no app and no key, and has taken one step only."""
    return needs_two(user) and not is_mfa_enabled(user, _OWN) and not has_taken_two(request, user)


def has_taken_two(request, user) -> bool:
    """Whether somebody signed in by two steps in this session, or by a passkey, which asks for a finger or a PIN itself."""
    records = get_authentication_records(request, user)
    methods = {record["method"] for record in records}
    if any(record.get("passwordless") for record in records):
        return True
    if "socialaccount" in methods and settings.OIDC_TWO_STEPS:
        return True
    return bool(methods & _FIRST) and bool(methods & _SECOND)


class TwoStepsMiddleware:
    """Ends a session that took one step where its owner needs two: one from before the person was given such rights."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Before a view is asked. Visitors have no session, and none is looked for."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or SESSION_KEY not in request.session:
            return None
        if has_taken_two(request, request.user) or not needs_two(request.user):
            return None
        logout(request)
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
