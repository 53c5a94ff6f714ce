"""The municipality's own sign-in by OpenID Connect: it says who somebody is, and which roles they have where."""

from collections.abc import Iterator

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.shortcuts import render
from wagtail.log_actions import log

from directory.models import Role, RoleGroup


class OidcAdapter(DefaultSocialAccountAdapter):
    """Lets in whom the issuer gives a role here, and gives exactly these roles, at each sign-in."""

    def pre_social_login(self, request, sociallogin) -> None:
        """Before anybody is let in: find the account, and bring its groups up to date."""
        groups = list(groups_told(claims_of(sociallogin)))
        if groups and not sociallogin.is_existing:
            self._find_account(request, sociallogin)
        user = sociallogin.user
        if not groups and sociallogin.is_existing and not user.is_superuser:
            # Who has no role any more keeps none, whichever way they come next.
            give_exactly(user, [])
        # An operator is never let in by what somebody else's server says.
        if not groups or user.is_superuser or not user.is_active:
            raise ImmediateHttpResponse(render(request, "signin/no_role.html", status=403))
        if sociallogin.is_existing:
            give_exactly(user, groups)

    def _find_account(self, request, sociallogin) -> None:
        """Connect an account that was made by invitation: it is named by the address, which the issuer has verified."""
        address = _verified_address(sociallogin)
        found = get_user_model().objects.filter(username=address).first() if address else None
        if found and not found.is_superuser and found.is_active and not _has_rights_elsewhere(found):
            sociallogin.connect(request, found)
        elif found or not address or get_user_model().objects.filter(email__iexact=address).exists():
            raise ImmediateHttpResponse(render(request, "signin/no_role.html", status=403))

    def is_open_for_signup(self, request, sociallogin) -> bool:
        """Who has got so far has a role here."""
        return True

    def populate_user(self, request, sociallogin, data):
        """A new account is named by its mail address, as one that is made by invitation."""
        user = super().populate_user(request, sociallogin, data)
        user.username = user.email = _verified_address(sociallogin)
        return user

    def save_user(self, request, sociallogin, form=None):
        """Make the account, with its roles."""
        user = super().save_user(request, sociallogin, form)
        give_exactly(user, list(groups_told(claims_of(sociallogin))))
        log(instance=user, action="wagtail.create", user=user)
        return user


def claims_of(sociallogin) -> dict:
    """What the issuer says of somebody, in the token and where it tells more."""
    told = sociallogin.account.extra_data
    return (told.get("id_token") or {}) | (told.get("userinfo") or {})


def groups_told(claims: dict) -> Iterator[RoleGroup]:
    """The groups that the claim names as "municipality:role"; what is no such thing is passed over."""
    told = claims.get(settings.OIDC_ROLES_CLAIM)
    names = [told] if isinstance(told, str) else told
    for name in names if isinstance(names, list) else ():
        slug, _, role = str(name).partition(":")
        if role in Role.values:
            yield from _given_by_issuer().select_related("group").filter(municipality__slug=slug, role=role)


def _given_by_issuer() -> QuerySet[RoleGroup]:
    """The roles that the issuer may speak of: those of the municipalities whose sign-in it is."""
    return RoleGroup.objects.filter(municipality__slug__in=settings.OIDC_MUNICIPALITIES)


def _has_rights_elsewhere(user) -> bool:
    """Whether somebody may do what the issuer does not speak of: such an account is not for it to open."""
    return user.user_permissions.exists() or user.groups.exclude(role__in=_given_by_issuer()).exists()


def give_exactly(user, groups: list[RoleGroup]) -> None:
    """Let a person have these of the issuer's roles and no others of them. All other groups are an operator's matter."""
    wanted = {row.group for row in groups}
    held = set(user.groups.filter(role__in=_given_by_issuer()))
    if wanted == held:
        return
    user.groups.remove(*(held - wanted))
    user.groups.add(*wanted)
    log(instance=user, action="wagtail.edit", data={"roles": sorted(group.name for group in wanted)})


def _verified_address(sociallogin) -> str:
    """The mail address, if the issuer says that it is this person's."""
    addresses = [one.email for one in sociallogin.email_addresses if one.verified]
    return addresses[0].lower()[:150] if addresses else ""
