"""Who may hand over, and to which offers: staff with the right to, to offers of their municipality and of the whole country."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters

from directory.models import MunicipalityPage, NationalBranchPage, OfferPage, RoleGroup
from directory.models.tree import branch_path
from directory.privacy_headers import hush
from directory.referrals.models import Referral

#: What somebody needs who hands over.
MAY_HAND_OVER = "referrals.add_referral"


def for_workers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes a view of those who may hand over: anybody else signs in first, or is refused. Nobody keeps what it shows."""

    @sensitive_post_parameters()
    @login_required
    @permission_required(MAY_HAND_OVER, raise_exception=True)
    @csrf_protect
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = hush(view(request, *args, **kwargs))
        # Told to say nothing, a browser says "Origin: null" of the page's own form, which Django's token check refuses.
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answered


def municipalities_of_worker(user: Any) -> frozenset[int] | None:
    """The municipalities in which somebody may hand over; None for everywhere."""
    by_group = RoleGroup.objects.filter(
        group__user=user,
        group__permissions__content_type__app_label="referrals",
        group__permissions__codename="add_referral",
    )
    found = set(by_group.values_list("municipality", flat=True))
    # A right that an operator gave to the account itself, or a role for the whole, holds everywhere.
    return None if None in found or not found else frozenset(found)


def may_hand_over_to(user: Any, offer: OfferPage) -> bool:
    """Whether an offer stands where somebody may hand over: in their municipality, or in the branch of the whole country."""
    own = municipalities_of_worker(user)
    if own is None:
        return True
    paths = set(MunicipalityPage.objects.filter(pk__in=own).values_list("path", flat=True))
    return branch_path(offer) in paths | set(NationalBranchPage.objects.values_list("path", flat=True))


def own_referrals(user: Any) -> Any:
    """The hand-overs that somebody has sent: no colleague and no administrator sees those of others."""
    return Referral.objects.filter(sender=user).select_related("offer")
